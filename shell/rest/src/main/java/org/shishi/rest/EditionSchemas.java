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
import org.shishi.api.platform.EditionAdmin;
import org.shishi.api.programme.EditionState;

/** JSON schemas of editions, their numbers and what people decide about them. */
final class EditionSchemas {

    private static final Map<String, Object> DAY = Map.of("type", "string", "format", "date");
    /** Of the type that the number has: text, number, boolean, day as text, list or map; null: empty. */
    private static final Map<String, Object> VALUE =
            Map.of("type", List.of("string", "number", "boolean", "array", "object", "null"));

    private EditionSchemas() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("Edition", object(head()));
        all.put("Editions", list(ref("Edition")));
        all.put("EditionSheet", sheet());
        all.put("Revision", revision());
        all.put("Extension", extension());
        all.put(
                "Proposal",
                needed(
                        object("name", TEXT, "value", VALUE, "validFrom", DAY, "reason", TEXT),
                        "name",
                        "value",
                        "validFrom",
                        "reason"));
        all.put("Confirmation", needed(object("names", list(TEXT), "reason", TEXT), "names"));
        all.put("EditionMove", needed(object("to", choice(EditionState.values()), "reason", TEXT), "to"));
        all.put(
                "ExtensionGrant",
                needed(
                        object("window", TEXT, "organisation", UUID, "until", DAY, "reason", TEXT),
                        "window",
                        "organisation",
                        "until",
                        "reason"));
        all.put("Reason", needed(object("reason", TEXT), "reason"));
        return all;
    }

    private static Object[] head() {
        return new Object[] {
            "programme",
            TEXT,
            "year",
            INTEGER,
            "title",
            ref("Text"),
            "state",
            choice(EditionState.values()),
            "live",
            FLAG,
            "copiedFrom",
            orNull("integer"),
            "drafts",
            INTEGER,
            "unconfirmed",
            INTEGER,
            "empty",
            INTEGER
        };
    }

    private static Map<String, Object> sheet() {
        Object[] head = head();
        Object[] more = {"day", DAY, "parameters", list(number()), "extensions", list(ref("Extension"))};
        Object[] whole = Arrays.copyOf(head, head.length + more.length);
        System.arraycopy(more, 0, whole, head.length, more.length);
        return object(whole);
    }

    private static Map<String, Object> number() {
        return object(
                "name",
                TEXT,
                "title",
                ref("Text"),
                "type",
                TEXT,
                "unit",
                orNull("string"),
                "value",
                VALUE,
                "declared",
                VALUE,
                "mayBeEmpty",
                FLAG,
                "unsetCode",
                orNull("string"),
                "source",
                orNull("string"),
                "options",
                list(TEXT),
                "revisions",
                list(ref("Revision")));
    }

    private static Map<String, Object> revision() {
        return object(
                "id",
                UUID,
                "name",
                TEXT,
                "value",
                VALUE,
                "before",
                VALUE,
                "validFrom",
                orNull("string"),
                "status",
                choice(EditionAdmin.Status.values()),
                "copied",
                FLAG,
                "reason",
                orNull("string"),
                "by",
                TEXT,
                "at",
                TIME,
                "decision",
                orNull("string"),
                "decidedBy",
                orNull("string"),
                "decidedAt",
                orNull("string"));
    }

    private static Map<String, Object> extension() {
        return object(
                "id",
                UUID,
                "window",
                TEXT,
                "organisation",
                UUID,
                "until",
                DAY,
                "reason",
                TEXT,
                "by",
                TEXT,
                "at",
                TIME,
                "revokedBy",
                orNull("string"),
                "revokedAt",
                orNull("string"));
    }

    private static Map<String, Object> choice(Enum<?>[] words) {
        return Map.of(
                "type", "string", "enum", Arrays.stream(words).map(Enum::name).toList());
    }
}
