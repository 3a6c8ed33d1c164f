package org.shishi.core.calendar;

import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.shishi.api.time.CalendarCheck;
import org.shishi.api.time.CalendarCheck.Row;
import org.shishi.api.time.WorkingCalendar;

/** The published calendars, a year at a time. Starts from the files that come with the product. Thread-safe. */
public interface CalendarStore {

    /** The calendar as it stands now; a later {@link #replace} does not change it. */
    WorkingCalendar snapshot();

    /** The calendar as it would be with other rows for a year. Changes nothing. */
    WorkingCalendar with(int year, List<Row> rows);

    /** Years with data. */
    SortedSet<Integer> years();

    /** The rows of a year, empty without data. */
    List<Row> rows(int year);

    /**
     * Puts a year's rows in place of those before; what it was read from (file, database) is the caller's business, as
     * are audit and the deadlines that follow from it.
     *
     * @param by the account that does it; {@link org.shishi.api.identity.Caller#SYSTEM_ID}: nobody
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-CAL-FORMAT} once per bad row (R-C.18), or for no row at all
     */
    CalendarCheck.Counts replace(int year, List<Row> rows, UUID by);

    /** Whether a year is an administrator's, not the product's. */
    boolean imported(int year);
}
