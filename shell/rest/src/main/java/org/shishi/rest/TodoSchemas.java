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
import static org.shishi.rest.CommonSchemas.words;

import java.util.List;
import java.util.Map;

/** JSON schemas of what waits, and of what people do together. */
final class TodoSchemas {

    private TodoSchemas() {}

    static void add(Map<String, Object> all) {
        todos(all);
        batches(all);
        team(all);
    }

    private static void todos(Map<String, Object> all) {
        Map<String, Object> todo = object(
                "id",
                UUID,
                "kind",
                words("STEP", "SIGN", "COPY"),
                "programme",
                TEXT,
                "year",
                INTEGER,
                "recordType",
                TEXT,
                "recordId",
                UUID,
                "title",
                TEXT,
                "state",
                TEXT,
                "holder",
                orNull("string"),
                "actions",
                list(TEXT),
                "returned",
                FLAG,
                "since",
                TIME,
                "due",
                orNull("string"),
                "agreed",
                INTEGER,
                "asked",
                INTEGER,
                "live",
                FLAG);
        all.put("TodoPage", object("items", list(todo), "next", orNull("string")));
        all.put(
                "TodoCounts",
                object(
                        "open",
                        INTEGER,
                        "dueThisWeek",
                        INTEGER,
                        "overdue",
                        INTEGER,
                        "returned",
                        INTEGER,
                        "copied",
                        INTEGER));
    }

    private static void batches(Map<String, Object> all) {
        Map<String, Object> query =
                object("show", words("all", "due", "overdue", "returned"), "programme", TEXT, "q", TEXT);
        all.put(
                "TodoBatch",
                needed(object("ids", list(UUID), "query", query, "action", TEXT, "reason", TEXT), "action"));
        all.put(
                "TodoBatchItems",
                object(
                        "items",
                        list(object(
                                "position",
                                INTEGER,
                                "programme",
                                TEXT,
                                "year",
                                INTEGER,
                                "recordType",
                                TEXT,
                                "recordId",
                                UUID,
                                "title",
                                TEXT,
                                "state",
                                words("WAITING", "DONE", "SKIPPED"),
                                "refusals",
                                list(ref("Refusal"))))));
    }

    private static void team(Map<String, Object> all) {
        Map<String, Object> act =
                words("sign", "ask_before", "ask_after", "pass_on", "nudge", "copy", "withdraw", "send_back");
        Map<String, Object> signature = object(
                "name",
                TEXT,
                "organisation",
                TEXT,
                "verdict",
                words("OPEN", "AGREED", "REFUSED", "LAPSED"),
                "at",
                orNull("string"),
                "opinion",
                orNull("string"));
        all.put(
                "SignRound",
                object(
                        "askedBy",
                        TEXT,
                        "at",
                        TIME,
                        "reason",
                        orNull("string"),
                        "decision",
                        orNull("string"),
                        "agreed",
                        INTEGER,
                        "signatures",
                        list(signature)));
        Map<String, Object> waiting = object(
                "organisation",
                TEXT,
                "holder",
                orNull("string"),
                "actions",
                list(TEXT),
                "since",
                TIME,
                "due",
                orNull("string"));
        all.put(
                "Team",
                object(
                        "acts",
                        list(act),
                        "round",
                        Map.of("anyOf", List.of(ref("SignRound"), Map.of("type", "null"))),
                        "waiting",
                        list(waiting),
                        "earlier",
                        list(TEXT)));
        all.put(
                "TeamAct",
                needed(
                        object(
                                "act",
                                act,
                                "people",
                                list(UUID),
                                "reason",
                                TEXT,
                                "agree",
                                FLAG,
                                "action",
                                TEXT,
                                "state",
                                TEXT,
                                "remarks",
                                Map.of("type", "object", "additionalProperties", TEXT)),
                        "act"));
        all.put("People", list(object("id", UUID, "name", TEXT, "organisation", TEXT)));
    }
}
