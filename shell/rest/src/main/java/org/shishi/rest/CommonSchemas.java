package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON schemas that no programme owns, and the few words to write them with. */
final class CommonSchemas {

    static final Map<String, Object> TEXT = Map.of("type", "string");
    static final Map<String, Object> INTEGER = Map.of("type", "integer");
    static final Map<String, Object> FLAG = Map.of("type", "boolean");
    static final Map<String, Object> TIME = Map.of("type", "string", "format", "date-time");
    static final Map<String, Object> UUID = Map.of("type", "string", "format", "uuid");
    static final Map<String, Object> ANYTHING = Map.of("type", "object");

    private static final Map<String, Object> ANYVALUE = Map.of("type", List.of("string", "number", "boolean", "null"));

    private CommonSchemas() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("Text", object("zh", TEXT, "en", TEXT));
        all.put("Refusal", object("code", TEXT, "field", orNull("string"), "message", ref("Text")));
        all.put(
                "Problem",
                object(
                        "type",
                        TEXT,
                        "title",
                        TEXT,
                        "status",
                        INTEGER,
                        "detail",
                        TEXT,
                        "refusals",
                        list(ref("Refusal"))));
        all.put("SignIn", needed(object("username", TEXT, "password", TEXT, "code", TEXT), "username", "password"));
        all.put("Token", object("token", TEXT, "expiresAt", TIME));
        all.put(
                "Programmes",
                list(object("id", TEXT, "year", INTEGER, "version", TEXT, "state", TEXT, "title", ref("Text"))));
        all.put(
                "Rules",
                list(object(
                        "id", TEXT, "name", TEXT, "source", TEXT, "inputs", list(ANYTHING), "parameters", list(TEXT))));
        all.put("RuleCall", needed(object("inputs", ANYTHING, "parameters", ANYTHING), "inputs"));
        all.put("RuleResult", object("result", ANYTHING, "warnings", list(ref("Refusal"))));
        steps(all);
        TodoSchemas.add(all);
        ReminderSchemas.add(all);
        PersonSchemas.add(all);
        files(all);
        reports(all);
        all.putAll(EditionSchemas.all());
        all.putAll(OrganisationSchemas.all());
        return all;
    }

    private static void steps(Map<String, Object> all) {
        Map<String, Object> remarks = Map.of("type", "object", "additionalProperties", TEXT);
        all.put("Transition", needed(object("action", TEXT, "reason", TEXT, "remarks", remarks), "action"));
        all.put("Transitions", needed(object("ids", list(UUID), "action", TEXT, "reason", TEXT), "ids", "action"));
        all.put(
                "TransitionsDone",
                object(
                        "done",
                        list(UUID),
                        "skipped",
                        list(object("id", UUID, "title", TEXT, "refusals", list(ref("Refusal"))))));
        all.put(
                "History",
                list(object(
                        "at",
                        TIME,
                        "by",
                        TEXT,
                        "organisation",
                        TEXT,
                        "action",
                        TEXT,
                        "from",
                        orNull("string"),
                        "to",
                        orNull("string"),
                        "reason",
                        orNull("string"),
                        "remarks",
                        remarks,
                        "changed",
                        list(TEXT))));
        all.put("Parts", object("items", list(ANYTHING)));
    }

    private static void files(Map<String, Object> all) {
        all.put("Started", object("id", UUID, "href", TEXT));
        all.put("Undone", object("removed", INTEGER));
        all.put(
                "JobRow",
                object(
                        "sheet",
                        INTEGER,
                        "row",
                        INTEGER,
                        "refusals",
                        list(ref("Refusal")),
                        "warnings",
                        list(ref("Refusal"))));
        all.put(
                "Job",
                object(
                        "id",
                        UUID,
                        "kind",
                        TEXT,
                        "title",
                        TEXT,
                        "state",
                        Map.of("type", "string", "enum", List.of("RUNNING", "DONE", "FAILED", "CANCELLED", "UNDONE")),
                        "dryRun",
                        FLAG,
                        "done",
                        INTEGER,
                        "total",
                        orNull("integer"),
                        "accepted",
                        INTEGER,
                        "rejected",
                        INTEGER,
                        "warned",
                        INTEGER,
                        "startedAt",
                        TIME,
                        "endedAt",
                        orNull("string"),
                        "error",
                        Map.of("anyOf", List.of(ref("Refusal"), Map.of("type", "null"))),
                        "rows",
                        list(ref("JobRow")),
                        "noted",
                        list(ref("JobRow")),
                        "results",
                        orNull("string"),
                        "errors",
                        orNull("string")));
        Map<String, Object> file = object(
                "id",
                UUID,
                "kind",
                TEXT,
                "name",
                TEXT,
                "type",
                TEXT,
                "sizeBytes",
                INTEGER,
                "sha256",
                TEXT,
                "by",
                TEXT,
                "at",
                TIME);
        all.put("Attachment", file);
        all.put("Attachments", list(ref("Attachment")));
    }

    private static void reports(Map<String, Object> all) {
        all.put(
                "Indicator",
                object(
                        "code",
                        TEXT,
                        "title",
                        ref("Text"),
                        "target",
                        orNull("integer"),
                        "actual",
                        INTEGER,
                        "ratio",
                        orNull("number"),
                        "light",
                        orNull("string"),
                        "asOf",
                        TEXT));
        all.put("Indicators", list(ref("Indicator")));
        all.put(
                "Report",
                object(
                        "title",
                        ref("Text"),
                        "organisation",
                        TEXT,
                        "preparedAt",
                        TIME,
                        "conditions",
                        list(ref("Text")),
                        "dimensions",
                        list(ref("Text")),
                        "measures",
                        list(ref("Text")),
                        "rows",
                        list(object("keys", list(ANYVALUE), "labels", list(ref("Text")), "values", list(ANYVALUE))),
                        "total",
                        list(ANYVALUE),
                        "indicator",
                        Map.of("anyOf", List.of(ref("Indicator"), Map.of("type", "null")))));
    }

    static Map<String, Object> page(String record) {
        return object("items", list(ref(record)), "next", orNull("string"), "previous", orNull("string"));
    }

    static Map<String, Object> ref(String schema) {
        return Map.of("$ref", "#/components/schemas/" + schema);
    }

    static Map<String, Object> list(Map<String, Object> items) {
        return Map.of("type", "array", "items", items);
    }

    static Map<String, Object> orNull(String type) {
        return Map.of("type", List.of(type, "null"));
    }

    static Map<String, Object> object(Object... nameSchema) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < nameSchema.length; i += 2) {
            properties.put((String) nameSchema[i], nameSchema[i + 1]);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        return object;
    }

    static Map<String, Object> words(String... words) {
        return Map.of("type", "string", "enum", List.of(words));
    }

    static Map<String, Object> needed(Map<String, Object> object, String... names) {
        Map<String, Object> more = new LinkedHashMap<>(object);
        more.put("required", List.of(names));
        return more;
    }
}
