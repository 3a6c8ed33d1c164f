package org.shishi.core.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;

/** What a body must be to stand in the tree, besides its place (R-C.14, R-C.15). */
public final class OrganisationChecks {

    public static final int LONGEST_NAME = 200;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,29}");
    private static final int LONGEST_PATH = 1000;

    private OrganisationChecks() {}

    static void check(Organisation body, OrganisationRows rows) {
        List<Violation> wrong = faults(body, rows);
        if (!wrong.isEmpty()) {
            throw new RefusedException(wrong);
        }
    }

    static List<Violation> faults(Organisation body, OrganisationRows rows) {
        List<Violation> wrong = new ArrayList<>();
        if (!named(body, rows)) {
            wrong.add(Violation.of("CORE-ORG-NAME", "name"));
        }
        wrong.addAll(ownFaults(body));
        if (body.code() != null
                && rows.coded(body.code())
                        .filter(other -> !other.equals(body.id()))
                        .isPresent()) {
            wrong.add(Violation.of("CORE-ORG-CODE", "code"));
        }
        if (body.type() == OrgType.DISTRICT && !ownDistrict(body, rows)) {
            wrong.add(Violation.of("CORE-ORG-DISTRICT", "district"));
        }
        return wrong;
    }

    /** What can be said without looking at others. */
    public static List<Violation> ownFaults(Organisation body) {
        List<Violation> wrong = new ArrayList<>();
        if (body.aliases().stream().anyMatch(alias -> alias.length() > LONGEST_NAME)) {
            wrong.add(Violation.of("CORE-LENGTH", "aliases", LONGEST_NAME));
        }
        if (body.code() != null && !CODE.matcher(body.code()).matches()) {
            wrong.add(Violation.of("CORE-ORG-CODE", "code"));
        }
        if (!lasting(body)) {
            wrong.add(Violation.of("CORE-ORG-VALIDITY", "validTo"));
        }
        if (body.path().length() > LONGEST_PATH) {
            wrong.add(Violation.of("CORE-ORG-DEPTH", "parentId"));
        }
        return wrong;
    }

    static List<Violation> placeFaults(Organisation body, OrganisationRows rows) {
        List<Violation> wrong = new ArrayList<>();
        if (!named(body, rows)) {
            wrong.add(Violation.of("CORE-ORG-NAME", "name"));
        }
        if (body.path().length() > LONGEST_PATH) {
            wrong.add(Violation.of("CORE-ORG-DEPTH", "parentId"));
        }
        return wrong;
    }

    /** Two of one name under one superior at one time could not be told apart. */
    private static boolean named(Organisation body, OrganisationRows rows) {
        return !body.name().isEmpty()
                && body.name().length() <= LONGEST_NAME
                && (body.parentId() == null
                        || rows.siblingsNamed(body).stream().noneMatch(other -> sameTime(body, other)));
    }

    public static boolean sameTime(Organisation one, Organisation other) {
        return !before(one.validTo(), other.validFrom()) && !before(other.validTo(), one.validFrom());
    }

    private static boolean before(LocalDate end, LocalDate begin) {
        return end != null && begin != null && end.isBefore(begin);
    }

    private static boolean ownDistrict(Organisation body, OrganisationRows rows) {
        return body.district() != null
                && rows.district(body.district())
                        .filter(other -> !other.id().equals(body.id()) && sameTime(body, other))
                        .isEmpty();
    }

    private static boolean lasting(Organisation body) {
        return body.type() == OrgType.CITY
                ? body.validFrom() == null && body.validTo() == null
                : !before(body.validTo(), body.validFrom());
    }

    /** For the log: which values changed to what. */
    public static Map<String, String> differences(Organisation before, Organisation after) {
        Map<String, String> changes = new LinkedHashMap<>();
        put(changes, "name", before.name(), after.name());
        put(changes, "code", before.code(), after.code());
        put(changes, "aliases", before.aliases(), after.aliases());
        put(changes, "district", before.district(), after.district());
        put(changes, "suburban", before.suburban(), after.suburban());
        put(changes, "validFrom", before.validFrom(), after.validFrom());
        put(changes, "validTo", before.validTo(), after.validTo());
        return changes;
    }

    private static void put(Map<String, String> changes, String name, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(name, before + " -> " + after);
        }
    }
}
