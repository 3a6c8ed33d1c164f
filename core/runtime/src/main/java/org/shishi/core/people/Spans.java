package org.shishi.core.people;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.shishi.api.people.ExclusionGroup;

/**
 * The spans of time in which a part takes a place. Two parts exclude each other when they share one: so the unique key of
 * the places decides, and no comparing of days is needed at the moment when two writers meet.
 */
final class Spans {

    /** Nothing that a programme grants lasts longer. */
    private static final int MOST_DAYS = 400;

    private Spans() {}

    static List<String> of(ExclusionGroup group, Claim claim, int year) {
        return switch (group.per()) {
            case EDITION -> List.of("e" + year);
            // Two of them lie in one window of n years exactly when these rows meet.
            case YEARS ->
                IntStream.range(year, year + group.years())
                        .mapToObj(each -> "y" + each)
                        .toList();
            case EVER -> List.of("ever");
            case PERIOD ->
                claim.period() == null || claim.period().isBlank() ? List.of() : List.of("p" + claim.period());
            case DAY -> claim.from() == null ? List.of() : List.of("d" + claim.from());
            case DATES -> days(claim);
        };
    }

    private static List<String> days(Claim claim) {
        if (claim.from() == null) {
            return List.of();
        }
        LocalDate last = claim.to() == null ? claim.from() : claim.to();
        return claim.from()
                .datesUntil(last.isBefore(claim.from()) ? claim.from().plusDays(1) : last.plusDays(1))
                .limit(MOST_DAYS)
                .map(day -> "d" + day)
                .toList();
    }
}
