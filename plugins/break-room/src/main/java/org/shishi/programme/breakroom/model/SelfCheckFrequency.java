package org.shishi.programme.breakroom.model;

import java.time.LocalDate;
import java.util.Arrays;

/** How often an owner unit checks its rooms itself (D-16): once in each period of the calendar year. */
public enum SelfCheckFrequency {
    MONTHLY(1),
    QUARTERLY(3),
    HALF_YEARLY(6),
    YEARLY(12);

    private final int months;

    SelfCheckFrequency(int months) {
        this.months = months;
    }

    /** @throws IllegalStateException that says which words there are */
    public static SelfCheckFrequency of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "breakroom.selfCheckFrequency is '" + word + "', not one of " + Arrays.toString(values())));
    }

    /** The first day of the period that a day lies in. */
    public LocalDate from(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
    }

    /** The last one, by which the check is due. */
    public LocalDate due(LocalDate day) {
        return from(day).plusMonths(months).minusDays(1);
    }
}
