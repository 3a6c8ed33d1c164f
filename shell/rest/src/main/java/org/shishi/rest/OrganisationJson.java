package org.shishi.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgChange;
import org.shishi.api.organisation.OrgPlan;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.OrganisationHistory;
import org.shishi.api.organisation.Unit;
import org.shishi.api.organisation.UnitKind;
import org.shishi.api.rule.RefusedException;

/** Bodies of the tree and beside it as JSON, and back. */
final class OrganisationJson {

    private OrganisationJson() {}

    static Map<String, Object> plain(Organisation body) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", body.id().toString());
        plain.put("code", body.code());
        plain.put("type", body.type().name());
        plain.put("name", body.name());
        plain.put("aliases", body.aliases());
        plain.put("parent", Objects.toString(body.parentId(), null));
        plain.put("district", body.district() == null ? null : body.district().code());
        plain.put("suburban", body.suburban());
        plain.put("validFrom", Objects.toString(body.validFrom(), null));
        plain.put("validTo", Objects.toString(body.validTo(), null));
        return plain;
    }

    /** @param id null: a new one */
    static Organisation read(Map<String, Object> body, UUID id) {
        return new Organisation(
                id,
                choice(body, "type", OrgType.values()),
                Objects.toString(Json.text(body, "name"), ""),
                texts(body, "aliases"),
                id(Json.text(body, "parent"), "parent"),
                null,
                district(Json.text(body, "district")),
                Boolean.TRUE.equals(body.get("suburban")),
                day(Json.text(body, "validFrom")),
                day(Json.text(body, "validTo")),
                Json.text(body, "code"));
    }

    static Map<String, Object> plain(OrganisationHistory.Event event) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("kind", event.kind().name());
        plain.put("day", event.day().toString());
        plain.put("other", Objects.toString(event.otherId(), null));
        plain.put("otherName", event.other());
        plain.put("changes", event.details());
        plain.put("by", event.by());
        plain.put("at", event.at().toString());
        return plain;
    }

    static Map<String, Object> plain(OrgPlan plan) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("token", plan.token());
        plain.put("bodies", plan.bodies());
        plain.put("openCases", plan.openCases());
        plain.put("accounts", plan.accounts());
        plain.put("units", plan.units());
        plain.put(
                "steps",
                plan.steps().stream()
                        .map(step -> Map.of(
                                "kind", step.kind().name(),
                                "organisation", step.id().toString(),
                                "name", step.name(),
                                "value", step.value(),
                                "below", step.below()))
                        .toList());
        return plain;
    }

    /** {@code {"change":"move", …}}: the members are those of {@link OrgChange}. */
    static OrgChange change(Map<String, Object> body, UUID id) {
        String what = Json.text(body, "change");
        return switch (what == null ? "" : what) {
            case "move" -> new OrgChange.Move(id, id(Json.text(body, "parent"), "parent"));
            case "rename" -> new OrgChange.Rename(id, Json.text(body, "name"), flag(body, "keepOld"));
            case "merge" -> new OrgChange.Merge(id, ids(body, "from"), flag(body, "keepNames"));
            case "split" -> new OrgChange.Split(id, parts(body), flag(body, "close"));
            case "close" -> new OrgChange.Close(id, day(Json.text(body, "lastDay")), flag(body, "below"));
            default -> throw new Json.BadRequest("'change' is one of move, rename, merge, split, close");
        };
    }

    private static List<OrgChange.Part> parts(Map<String, Object> body) {
        if (!(body.get("parts") instanceof List<?> parts)) {
            throw new Json.BadRequest("'parts' is a list of objects");
        }
        return parts.stream()
                .map(part -> {
                    Map<String, Object> one = Json.object(Map.of("part", part), "part");
                    return new OrgChange.Part(
                            Objects.toString(Json.text(one, "name"), ""), Json.text(one, "code"), ids(one, "children"));
                })
                .toList();
    }

    static Map<String, Object> plain(Unit unit) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", unit.id().toString());
        plain.put("kind", unit.kind().name());
        plain.put("name", unit.name());
        plain.put("uscc", unit.uscc());
        plain.put("district", unit.district() == null ? null : unit.district().code());
        plain.put("organisation", Objects.toString(unit.organisationId(), null));
        plain.put("platform", unit.platform());
        plain.put("validTo", Objects.toString(unit.validTo(), null));
        plain.put("version", unit.version());
        return plain;
    }

    /** @param id null: a new one */
    static Unit unit(Map<String, Object> body, UUID id) {
        return new Unit(
                id,
                choice(body, "kind", UnitKind.values()),
                Json.text(body, "name"),
                Json.text(body, "uscc"),
                district(Json.text(body, "district")),
                id(Json.text(body, "organisation"), "organisation"),
                Boolean.TRUE.equals(body.get("platform")),
                day(Json.text(body, "validTo")),
                body.get("version") instanceof Number version ? version.longValue() : 0);
    }

    private static boolean flag(Map<String, Object> body, String name) {
        return Boolean.TRUE.equals(body.get(name));
    }

    static <E extends Enum<E>> E choice(Map<String, Object> body, String name, E[] all) {
        String wanted = Json.text(body, name);
        return Arrays.stream(all)
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Json.BadRequest("'" + name + "' is one of " + Arrays.toString(all)));
    }

    private static List<String> texts(Map<String, Object> body, String name) {
        Object value = body.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new Json.BadRequest("'" + name + "' is a list of texts");
    }

    private static List<UUID> ids(Map<String, Object> body, String name) {
        return texts(body, name).stream().map(text -> id(text, name)).toList();
    }

    static UUID id(String text, String field) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("CORE-NOT-FOUND", field);
        }
    }

    private static District district(String code) {
        return code == null
                ? null
                : District.byCode(code).orElseThrow(() -> new RefusedException("CORE-INPUT", "district"));
    }

    static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Json.BadRequest("'" + text + "' is not a day like 2024-05-01");
        }
    }
}
