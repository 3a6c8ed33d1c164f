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

import java.util.Map;

/** JSON schemas of what is told to whom and when: the plan, the words, the contacts, the jobs. */
final class ReminderSchemas {

    private static final Map<String, Object> DAY = Map.of("type", "string", "format", "date");
    private static final Map<String, Object> COUNTS =
            Map.of("type", "object", "additionalProperties", Map.of("type", "integer"));

    private ReminderSchemas() {}

    static void add(Map<String, Object> all) {
        plan(all);
        templates(all);
        jobs(all);
        letters(all);
        all.put(
                "Contacts",
                object("email", TEXT, "byEmail", FLAG, "digest", FLAG, "mobile", TEXT, "byTextMessage", FLAG));
    }

    private static void plan(Map<String, Object> all) {
        all.put("ReminderDays", list(object("day", DAY, "reminders", INTEGER, "copies", INTEGER)));
        all.put(
                "Reminders",
                list(object(
                        "deadline", TEXT,
                        "day", DAY,
                        "missed", FLAG,
                        "programme", TEXT,
                        "year", INTEGER,
                        "title", ref("Text"),
                        "organisation", TEXT,
                        "people", INTEGER,
                        "due", DAY,
                        "copyTo", orNull("string"))));
    }

    private static void templates(Map<String, Object> all) {
        all.put("Wording", needed(object("title", ref("Text"), "body", ref("Text"), "sms", ref("Text")), "title"));
        all.put(
                "WordingPublication",
                needed(
                        object("title", ref("Text"), "body", ref("Text"), "sms", ref("Text"), "reason", TEXT),
                        "title",
                        "reason"));
        all.put(
                "Template",
                object(
                        "id", TEXT,
                        "changed", FLAG,
                        "original", ref("Wording"),
                        "current", ref("Wording"),
                        "draft", ref("Wording"),
                        "examples", list(ref("Text"))));
        all.put("Templates", list(ref("Template")));
        all.put(
                "WordingPreview",
                object("filled", ref("Wording"), "refusals", list(ref("Refusal")), "left", list(TEXT)));
    }

    private static void jobs(Map<String, Object> all) {
        all.put(
                "JobRun",
                object(
                        "at", TIME,
                        "tookMillis", INTEGER,
                        "ok", FLAG,
                        "counts", COUNTS,
                        "error", orNull("string"),
                        "node", TEXT,
                        "log", list(TEXT)));
        all.put("JobRuns", list(ref("JobRun")));
        all.put(
                "ScheduledJobs",
                list(object(
                        "programme", TEXT,
                        "year", INTEGER,
                        "id", TEXT,
                        "title", ref("Text"),
                        "cron", TEXT,
                        "paused", FLAG,
                        "running", FLAG,
                        "parked", FLAG,
                        "reason", ref("Text"),
                        "next", orNull("string"),
                        "upcoming", list(TIME),
                        "progress", object("done", INTEGER, "total", INTEGER),
                        "last", ref("JobRun"))));
    }

    private static void letters(Map<String, Object> all) {
        Map<String, Object> state = words("failed", "waiting", "sent");
        Map<String, Object> channel = words("email", "text_message");
        all.put(
                "LetterPage",
                object(
                        "items",
                        list(object(
                                "notice", UUID,
                                "channel", channel,
                                "programme", TEXT,
                                "year", INTEGER,
                                "recipient", TEXT,
                                "title", ref("Text"),
                                "state", state,
                                "attempts", INTEGER,
                                "next", orNull("string"),
                                "sentAt", orNull("string"),
                                "error", orNull("string"))),
                        "next",
                        orNull("string")));
        all.put(
                "LetterChoice",
                object(
                        "letters",
                        list(needed(object("notice", UUID, "channel", channel), "notice", "channel")),
                        "query",
                        object("channel", channel, "q", TEXT)));
        all.put(
                "LettersResent",
                object(
                        "again",
                        INTEGER,
                        "skipped",
                        list(object("notice", UUID, "channel", channel, "why", words("sent", "waiting", "gone")))));
    }
}
