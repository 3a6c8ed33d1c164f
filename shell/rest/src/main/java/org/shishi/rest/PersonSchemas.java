package org.shishi.rest;

import static org.shishi.rest.CommonSchemas.INTEGER;
import static org.shishi.rest.CommonSchemas.TEXT;
import static org.shishi.rest.CommonSchemas.list;
import static org.shishi.rest.CommonSchemas.needed;
import static org.shishi.rest.CommonSchemas.object;
import static org.shishi.rest.CommonSchemas.orNull;
import static org.shishi.rest.CommonSchemas.ref;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.people.DocumentKind;
import org.shishi.api.people.People;
import org.shishi.api.people.PersonDraft;
import org.shishi.api.people.ResidentId;

/** JSON schemas of the person registry. */
final class PersonSchemas {

    private static final Map<String, Object> FLAG = Map.of("type", "boolean");
    private static final Map<String, Object> UUID = Map.of("type", "string", "format", "uuid");
    private static final Map<String, Object> DAY = Map.of("type", "string", "format", "date");
    private static final Map<String, Object> KIND = choice(DocumentKind.values());

    private PersonSchemas() {}

    static void add(Map<String, Object> all) {
        all.put("Person", object(person()));
        all.put("Persons", object("items", list(ref("Person")), "next", orNull("string")));
        all.put(
                "PersonDraft",
                needed(
                        object(
                                "documentKind",
                                KIND,
                                "number",
                                TEXT,
                                "name",
                                TEXT,
                                "mobile",
                                TEXT,
                                "birthDate",
                                DAY,
                                "sex",
                                choice(ResidentId.Sex.values()),
                                "organisation",
                                UUID,
                                "employment",
                                choice(PersonDraft.Employment.values()),
                                "industry",
                                TEXT,
                                "member",
                                FLAG),
                        "number",
                        "name"));
        all.put(
                "PersonSearch",
                object("documentKind", KIND, "number", TEXT, "name", TEXT, "mobile", TEXT, "after", UUID));
        all.put(
                "PersonReveal",
                needed(object("detail", choice(People.Detail.values()), "reason", TEXT), "detail", "reason"));
        all.put("PersonClear", object("value", orNull("string")));
        all.put("PersonView", view());
    }

    private static Object[] person() {
        return new Object[] {
            "id", UUID,
            "name", orNull("string"),
            "documentKind", KIND,
            "document", orNull("string"),
            "mobile", orNull("string"),
            "organisation", orNull("string"),
            "pseudonymised", FLAG
        };
    }

    private static Map<String, Object> view() {
        Map<String, Object> part = object(
                "programme",
                TEXT,
                "year",
                INTEGER,
                "type",
                TEXT,
                "record",
                UUID,
                "title",
                ref("Text"),
                "kind",
                ref("Text"),
                "from",
                orNull("string"),
                "to",
                orNull("string"),
                "period",
                orNull("string"),
                "organisation",
                orNull("string"),
                "state",
                ref("Text"),
                "counted",
                FLAG,
                "paidFen",
                INTEGER);
        Map<String, Object> exclusion = object(
                "group",
                TEXT,
                "warns",
                FLAG,
                "title",
                ref("Text"),
                "year",
                INTEGER,
                "day",
                orNull("string"),
                "organisation",
                orNull("string"),
                "kinds",
                list(ref("Text")));
        Map<String, Object> consent = object(
                "id",
                UUID,
                "purpose",
                TEXT,
                "programme",
                TEXT,
                "year",
                INTEGER,
                "title",
                ref("Text"),
                "text",
                Map.of("oneOf", List.of(ref("Text"), Map.of("type", "null"))),
                "version",
                orNull("string"),
                "givenAt",
                TEXT,
                "recordedBy",
                TEXT,
                "organisation",
                orNull("string"),
                "withdrawnAt",
                orNull("string"));
        Object[] more = {
            "sex", orNull("string"),
            "employment", orNull("string"),
            "industry", orNull("string"),
            "member", orNull("boolean"),
            "parts", list(part),
            "exclusions", list(exclusion),
            "consents", list(consent),
            "elsewhere", INTEGER
        };
        Object[] person = person();
        Object[] both = Arrays.copyOf(person, person.length + more.length);
        System.arraycopy(more, 0, both, person.length, more.length);
        return object(both);
    }

    private static Map<String, Object> choice(Enum<?>[] values) {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("type", "string");
        choice.put("enum", Arrays.stream(values).map(Enum::name).toList());
        return choice;
    }
}
