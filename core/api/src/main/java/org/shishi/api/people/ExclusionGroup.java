package org.shishi.api.people;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What excludes what: of the parts ({@link Participation}) in one group nobody has more than so many in the same span of
 * time. Several programmes may declare a group of the same code, each with its own kinds: what one of them wrote counts for
 * all, also while it is away. Declared in the descriptor, checked while typing, in the preview of an import, at every step
 * and before payment; of two requests at the same moment one wins.
 *
 * <pre>{@code
 * ExclusionGroup.of("NORMAL_TRIP").kinds("group", "collab").most(1).per(Per.EDITION).refuse("SN-DUP")
 * }</pre>
 *
 * <p>The message gets programme and year, date and organisation of the earlier part as {0}, {1}, {2}, and nothing else of
 * it. Source: domain specification §13.4.
 *
 * @param code the same for all programmes of the group, at most 40 characters
 * @param kinds of the declaring programme
 * @param most places in a span, at least 1
 * @param years for {@link Per#YEARS}: so many editions in a row
 * @param warns true: only a warning
 * @param refusal the code of refusal or warning
 */
public record ExclusionGroup(
        String code, Set<String> kinds, int most, Per per, int years, boolean warns, String refusal) {

    /** In what there may be no more than {@link #most}. */
    public enum Per {
        /** The same year's edition. */
        EDITION,
        /** So many editions in a row. */
        YEARS,
        EVER,
        /** The same period as the participation names it; without one nothing is excluded. */
        PERIOD,
        /** The same first day. */
        DAY,
        /** No common day. */
        DATES
    }

    public ExclusionGroup {
        if (code.isEmpty() || code.length() > 40 || most < 1 || years < 1) {
            throw new IllegalArgumentException("exclusion group '" + code + "', most " + most + ", years " + years);
        }
        kinds = Set.copyOf(kinds);
    }

    /** One for each person and edition, refused with {@code CORE-DUP}. */
    public static ExclusionGroup of(String code) {
        return new ExclusionGroup(code, Set.of(), 1, Per.EDITION, 1, false, "CORE-DUP");
    }

    public ExclusionGroup kinds(String... names) {
        return new ExclusionGroup(code, new LinkedHashSet<>(Arrays.asList(names)), most, per, years, warns, refusal);
    }

    public ExclusionGroup most(int places) {
        return new ExclusionGroup(code, kinds, places, per, years, warns, refusal);
    }

    public ExclusionGroup per(Per span) {
        return new ExclusionGroup(code, kinds, most, span, years, warns, refusal);
    }

    /** Across years: so many editions in a row, this one included. */
    public ExclusionGroup perYears(int editions) {
        return new ExclusionGroup(code, kinds, most, Per.YEARS, editions, warns, refusal);
    }

    public ExclusionGroup refuse(String refusalCode) {
        return new ExclusionGroup(code, kinds, most, per, years, false, refusalCode);
    }

    public ExclusionGroup warn(String warningCode) {
        return new ExclusionGroup(code, kinds, most, per, years, true, warningCode);
    }
}
