package org.shishi.core.record;

import org.shishi.api.time.WorkingCalendar;

/** Due days of to-do items follow the calendar. */
public interface TodoDueDays {

    /**
     * Computes the due days of all open items anew: after a calendar year was published or replaced.
     *
     * @return how many changed
     */
    int recalculate();

    /** How many {@link #recalculate} would change under another calendar. */
    int wouldChange(WorkingCalendar other);
}
