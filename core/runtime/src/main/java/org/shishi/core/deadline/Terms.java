package org.shishi.core.deadline;

import java.time.LocalDate;
import org.shishi.api.deadline.Deadline;

/** What a plan of reminders depends on: thousands of deadlines share few of them. */
record Terms(LocalDate windowFrom, LocalDate due, boolean hard) {

    static Terms of(Deadline deadline) {
        return new Terms(deadline.windowFrom(), deadline.due(), deadline.hard());
    }
}
