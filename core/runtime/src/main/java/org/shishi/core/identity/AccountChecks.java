package org.shishi.core.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;

/** What an account must be, whoever makes it. */
final class AccountChecks {

    private static final int LONGEST_NAME = 100;
    private static final Pattern PROGRAMME = Pattern.compile("[a-z][a-z0-9-]{0,29}");

    private AccountChecks() {}

    static List<Violation> check(String displayName, Set<Grant> grants) {
        List<Violation> wrong = new ArrayList<>();
        if (Normal.text(displayName).isEmpty()) {
            wrong.add(Violation.of("CORE-MISSING", "displayName"));
        } else if (Normal.length(displayName) > LONGEST_NAME) {
            wrong.add(Violation.of("CORE-LENGTH", "displayName", LONGEST_NAME));
        }
        if (!grants.stream().allMatch(AccountChecks::wellFormed)) {
            wrong.add(Violation.of(Violation.CORE_INPUT, "grants"));
        }
        if (!separate(grants)) {
            wrong.add(Violation.of("CORE-ACCOUNT-ADMIN", "grants"));
        }
        return wrong;
    }

    /**
     * Whether this administrator may make such an account.
     *
     * @return the user name as it is kept
     * @throws RefusedException everything that is wrong at once; {@code CORE-FORBIDDEN} for a place out of its reach
     */
    static String require(AdminScope scope, String userName, String displayName, Set<Grant> grants) {
        String name = UserName.of(userName);
        List<Violation> wrong = check(displayName, grants);
        if (!UserName.wellFormed(name)) {
            wrong.addFirst(Violation.of("CORE-ACCOUNT-NAME", "userName"));
        }
        refuse(wrong);
        scope.requireAll(grants);
        scope.requireSome(grants);
        return name;
    }

    static void refuse(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw new RefusedException(wrong);
        }
    }

    static Violation taken(String userName) {
        return Violation.of("CORE-ACCOUNT-EXISTS", "userName", userName);
    }

    /** As the audit log keeps them. */
    static String words(Set<Grant> grants, Organisations organisations) {
        return grants.stream()
                .map(grant -> grant.programmeId() + ":" + grant.role() + "@"
                        + organisations
                                .byId(grant.organisation())
                                .map(Organisation::name)
                                .orElse("?"))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static boolean wellFormed(Grant grant) {
        return grant.organisation() != null
                && grant.role() != null
                && grant.programmeId() != null
                && (grant.programmeId().equals(Caller.EVERY_PROGRAMME)
                        || PROGRAMME.matcher(grant.programmeId()).matches());
    }

    /** Who runs the platform takes no part in its programmes: every other role sees or decides something there. */
    static boolean separate(Set<Grant> grants) {
        long admin = grants.stream()
                .filter(grant -> grant.role() == Role.PLATFORM_ADMIN)
                .count();
        return (admin == 0 || admin == grants.size())
                && grants.stream()
                        .filter(grant -> grant.role() == Role.PLATFORM_ADMIN)
                        .allMatch(grant -> Caller.EVERY_PROGRAMME.equals(grant.programmeId()));
    }
}
