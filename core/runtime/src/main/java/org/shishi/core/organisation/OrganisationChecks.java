package org.shishi.core.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;

/** What a body must be to stand in the tree, besides its place (R-C.14, R-C.15). */
final class OrganisationChecks {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PATH = 1000;

    private OrganisationChecks() {}

    /** A draft with id, path and district as they will be; names without outer space. */
    static Organisation placed(Organisation draft, Organisation parent) {
        UUID id = draft.id() == null ? UUID.randomUUID() : draft.id();
        District district = draft.district() != null ? draft.district() : parent.district();
        return new Organisation(
                id,
                draft.type(),
                Normal.text(draft.name()),
                names(draft.aliases()),
                parent.id(),
                parent.path() + id + "/",
                district,
                draft.suburban(),
                draft.validFrom(),
                draft.validTo());
    }

    /** What an update may change, on what stays. */
    static Organisation merged(Organisation before, Organisation changed) {
        return new Organisation(
                before.id(),
                before.type(),
                Normal.text(changed.name()),
                names(changed.aliases()),
                before.parentId(),
                before.path(),
                changed.district(),
                changed.suburban(),
                changed.validFrom(),
                changed.validTo());
    }

    static Organisation under(Organisation body, Organisation parent) {
        return new Organisation(
                body.id(),
                body.type(),
                body.name(),
                body.aliases(),
                parent.id(),
                parent.path() + OrganisationRows.own(body),
                body.district(),
                body.suburban(),
                body.validFrom(),
                body.validTo());
    }

    private static List<String> names(List<String> typed) {
        return typed.stream()
                .map(Normal::text)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    static void check(Organisation body, OrganisationRows rows) {
        List<Violation> wrong = new ArrayList<>();
        if (!named(body, rows)) {
            wrong.add(Violation.of("CORE-ORG-NAME", "name"));
        }
        if (body.aliases().stream().anyMatch(alias -> alias.length() > LONGEST_NAME)) {
            wrong.add(Violation.of("CORE-LENGTH", "aliases", LONGEST_NAME));
        }
        if (body.type() == OrgType.DISTRICT && !ownDistrict(body, rows)) {
            wrong.add(Violation.of("CORE-ORG-DISTRICT", "district"));
        }
        if (!lasting(body)) {
            wrong.add(Violation.of("CORE-ORG-VALIDITY", "validTo"));
        }
        if (body.path().length() > LONGEST_PATH) {
            wrong.add(Violation.of("CORE-ORG-DEPTH", "parentId"));
        }
        if (!wrong.isEmpty()) {
            throw new RefusedException(wrong);
        }
    }

    static void checkName(Organisation body, OrganisationRows rows) {
        if (!named(body, rows)) {
            throw new RefusedException("CORE-ORG-NAME", "name");
        }
        if (body.path().length() > LONGEST_PATH) {
            throw new RefusedException("CORE-ORG-DEPTH", "parentId");
        }
    }

    /** Two of one name under one superior at one time could not be told apart. */
    private static boolean named(Organisation body, OrganisationRows rows) {
        return !body.name().isEmpty()
                && body.name().length() <= LONGEST_NAME
                && (body.parentId() == null
                        || rows.siblingsNamed(body).stream().noneMatch(other -> sameTime(body, other)));
    }

    private static boolean sameTime(Organisation one, Organisation other) {
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
    static Map<String, String> differences(Organisation before, Organisation after) {
        Map<String, String> changes = new LinkedHashMap<>();
        put(changes, "name", before.name(), after.name());
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
