package org.shishi.core.calendar;

import java.util.List;
import org.shishi.api.platform.CalendarAdmin.Moved;
import org.shishi.api.time.WorkingCalendar;

/** Days that follow from the working calendar. An OSGi service. */
public interface CalendarFollower {

    /** What would move under another calendar. Changes nothing. */
    List<Moved> wouldMove(WorkingCalendar other);
}
