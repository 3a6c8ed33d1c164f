package org.shishi.rest;

import static org.shishi.rest.CommonSchemas.FLAG;
import static org.shishi.rest.CommonSchemas.INTEGER;
import static org.shishi.rest.CommonSchemas.TEXT;
import static org.shishi.rest.CommonSchemas.TIME;
import static org.shishi.rest.CommonSchemas.UUID;
import static org.shishi.rest.CommonSchemas.list;
import static org.shishi.rest.CommonSchemas.needed;
import static org.shishi.rest.CommonSchemas.object;
import static org.shishi.rest.CommonSchemas.orNull;
import static org.shishi.rest.CommonSchemas.ref;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.UnitKind;

/** JSON schemas of the tree and of what stands beside it. */
final class OrganisationSchemas {

    private OrganisationSchemas() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "Organisation",
                needed(
                        object(
                                "id",
                                UUID,
                                "code",
                                orNull("string"),
                                "type",
                                words(OrgType.values()),
                                "name",
                                TEXT,
                                "aliases",
                                list(TEXT),
                                "parent",
                                orNull("string"),
                                "district",
                                orNull("string"),
                                "suburban",
                                FLAG,
                                "validFrom",
                                orNull("string"),
                                "validTo",
                                orNull("string")),
                        "type",
                        "name"));
        all.put("Organisations", object("items", list(ref("Organisation"))));
        all.put(
                "OrganisationEvents",
                list(object(
                        "kind",
                        TEXT,
                        "day",
                        TEXT,
                        "other",
                        orNull("string"),
                        "otherName",
                        orNull("string"),
                        "changes",
                        Map.of("type", "object", "additionalProperties", TEXT),
                        "by",
                        TEXT,
                        "at",
                        TIME)));
        changes(all);
        units(all);
        all.put(
                "Visibility",
                object(
                        "record",
                        UUID,
                        "owner",
                        UUID,
                        "ownerName",
                        TEXT,
                        "way",
                        list(TEXT),
                        "more",
                        FLAG,
                        "reasons",
                        list(object(
                                "account",
                                UUID,
                                "userName",
                                TEXT,
                                "name",
                                TEXT,
                                "role",
                                TEXT,
                                "programme",
                                TEXT,
                                "organisation",
                                UUID,
                                "organisationName",
                                TEXT,
                                "own",
                                FLAG,
                                "deputyFor",
                                orNull("string"),
                                "unmasked",
                                FLAG))));
        return all;
    }

    private static void changes(Map<String, Object> all) {
        all.put(
                "OrganisationChange",
                needed(
                        object(
                                "change",
                                Map.of("type", "string", "enum", List.of("move", "rename", "merge", "split", "close")),
                                "token",
                                TEXT,
                                "parent",
                                UUID,
                                "name",
                                TEXT,
                                "keepOld",
                                FLAG,
                                "from",
                                list(UUID),
                                "keepNames",
                                FLAG,
                                "parts",
                                list(object("name", TEXT, "code", TEXT, "children", list(UUID))),
                                "close",
                                FLAG,
                                "lastDay",
                                TEXT,
                                "below",
                                FLAG),
                        "change"));
        all.put(
                "OrganisationPlan",
                object(
                        "token",
                        TEXT,
                        "bodies",
                        INTEGER,
                        "openCases",
                        INTEGER,
                        "accounts",
                        INTEGER,
                        "units",
                        INTEGER,
                        "steps",
                        list(object(
                                "kind", TEXT, "organisation", UUID, "name", TEXT, "value", TEXT, "below", INTEGER))));
    }

    private static void units(Map<String, Object> all) {
        all.put(
                "Unit",
                needed(
                        object(
                                "id",
                                UUID,
                                "kind",
                                words(UnitKind.values()),
                                "name",
                                TEXT,
                                "uscc",
                                orNull("string"),
                                "district",
                                orNull("string"),
                                "organisation",
                                orNull("string"),
                                "platform",
                                FLAG,
                                "validTo",
                                orNull("string"),
                                "version",
                                INTEGER),
                        "kind",
                        "name"));
        all.put("Units", object("items", list(ref("Unit")), "next", orNull("string")));
        all.put(
                "LocalProgramme",
                needed(
                        object(
                                "id",
                                UUID,
                                "organisation",
                                UUID,
                                "year",
                                INTEGER,
                                "title",
                                TEXT,
                                "budgetFen",
                                orNull("integer"),
                                "version",
                                INTEGER),
                        "organisation",
                        "year",
                        "title"));
        all.put("LocalProgrammes", list(ref("LocalProgramme")));
    }

    private static Map<String, Object> words(Enum<?>[] constants) {
        return Map.of(
                "type",
                "string",
                "enum",
                Arrays.stream(constants).map(Enum::name).toList());
    }
}
