package org.shishi.core.record;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Normal;

/** What people write to each other about a record. */
final class TeamWords {

    private TeamWords() {}

    /** @return null: nothing was said @throws RefusedException {@code CORE-LENGTH} */
    static String checked(String words) {
        if (Normal.text(words).isEmpty()) {
            return null;
        }
        if (Normal.length(words) > Decision.LONGEST_REASON) {
            throw new RefusedException("CORE-LENGTH", "reason", Decision.LONGEST_REASON);
        }
        return words.strip();
    }

    /** Whom it went to, and what was said. */
    static String naming(List<Colleagues.Colleague> people, String words) {
        String names = people.stream().map(Colleagues.Colleague::name).collect(Collectors.joining("、", "→ ", ""));
        String all = words == null ? names : names + "：" + words;
        return Normal.length(all) <= Decision.LONGEST_REASON
                ? all
                : all.substring(0, all.offsetByCodePoints(0, Decision.LONGEST_REASON - 1)) + "…";
    }

    static List<UUID> accounts(List<Colleagues.Colleague> people) {
        return people.stream().map(Colleagues.Colleague::account).toList();
    }
}
