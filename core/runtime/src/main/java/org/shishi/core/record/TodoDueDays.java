package org.shishi.core.record;

import org.shishi.core.calendar.CalendarFollower;

/** Due days of to-do items follow the calendar. */
public interface TodoDueDays extends CalendarFollower {

    /**
     * Computes the due days of all open items anew: after a calendar year was published or replaced.
     *
     * @return how many changed
     */
    int recalculate();
}
