package org.shishi.api.time;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Working days by the State Council's notices, make-up working days (调休) included. An OSGi service, and an argument
 * of rules that count working days. Immutable from the caller's view: one instance answers from one state of the data.
 *
 * <p>Source: domain specification §0 K-4, §13.5.
 */
@ProviderType
public interface WorkingCalendar {

    /**
     * R-C.1.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-CAL-MISSING} for a year without data; it never guesses
     */
    boolean isWorkingDay(LocalDate day);

    /**
     * R-C.2: the n-th working day strictly after a day.
     *
     * @param n at least 1
     * @throws org.shishi.api.rule.RefusedException {@code CORE-CAL-MISSING} also when counting reaches a year without data
     */
    LocalDate addWorkingDays(LocalDate day, int n);

    /** Whether the year's data is there. */
    boolean covers(int year);
}
