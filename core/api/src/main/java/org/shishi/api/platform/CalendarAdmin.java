package org.shishi.api.platform;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.time.CalendarCheck;

/** Working calendars, a year at a time (§13.5). For administrators of the whole platform. */
@ProviderType
public interface CalendarAdmin {

    /**
     * @param holidays days off that are listed
     * @param workdays make-up working days
     * @param workingDays working days of the whole year
     * @param imported by an administrator; else it came with the product
     */
    record Year(int year, int holidays, int workdays, int workingDays, boolean imported) {}

    /** Years with data, newest first. */
    List<Year> years(Caller caller);

    List<CalendarCheck.Row> rows(Caller caller, int year);

    /**
     * What another calendar would move to another day; so many from the same day to the same day.
     *
     * @param from day now; null: none yet
     * @param to day then; null: none any more
     */
    record Moved(Kind kind, String programmeId, int year, LocalDate from, LocalDate to, int count) {

        public enum Kind {
            /** The due day of open to-do items. */
            TODO,
            /** The day on which a deadline is reminded of. */
            REMINDER
        }

        public Moved of(int many) {
            return new Moved(kind, programmeId, year, from, to, many);
        }
    }

    /**
     * What a file would do.
     *
     * @param replaces whether that year has data already
     * @param added days that are new or listed otherwise
     * @param removed days that are no longer listed, or listed otherwise
     * @param moved open to-do items whose due day would be another
     * @param moves these and the reminders that would go out on other days, by day
     */
    record Plan(
            int year,
            List<CalendarCheck.Row> rows,
            boolean replaces,
            List<CalendarCheck.Row> added,
            List<CalendarCheck.Row> removed,
            int workingDays,
            int moved,
            List<Moved> moves) {}

    /**
     * Reads a file {@code date,kind,name} (UTF-8, at most 64 KiB) and changes nothing. The year is that of its first day.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-CAL-FORMAT} once per bad row,
     *     {@code CORE-CAL-SIZE}
     */
    Plan plan(Caller caller, InputStream file);

    /**
     * Puts the year in place, computes open due days anew, and writes it into the audit log.
     *
     * @return what moved, as in {@link Plan#moves()}; other than there where something was done or begun meanwhile
     */
    List<Moved> publish(Caller caller, Plan plan);
}
