package org.shishi.shell.page;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a record's page, whole or in part, as people copy it. */
public record RecordAddress(String programmeId, int year, String type, UUID id) {

    private static final Pattern PAGE =
            Pattern.compile("(?:.*/)?([0-9]{4})/([a-z][a-z0-9-]*)/([a-z][A-Za-z0-9-]*)/([0-9a-fA-F-]{36})(?:[/?#].*)?");

    private static final Pattern OBJECT = Pattern.compile("([a-z][a-z0-9-]*)/([0-9]{4})/([^/]+/[0-9a-f-]{36})");

    /** Empty for every other text. */
    public static Optional<RecordAddress> of(String text) {
        Matcher parts = PAGE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Paging.uuid(parts.group(4))
                .map(id -> new RecordAddress(parts.group(2), Integer.parseInt(parts.group(1)), parts.group(3), id));
    }

    /** The record that a line of the audit log is about; empty: something else. */
    public static Optional<RecordAddress> named(String object) {
        Matcher parts = OBJECT.matcher(object);
        return parts.matches() ? of(parts.group(2) + "/" + parts.group(1) + "/" + parts.group(3)) : Optional.empty();
    }

    /** Of its page; no slash in front. */
    public String path() {
        return year + "/" + programmeId + "/" + type + "/" + id;
    }

    /** As it stands in the audit log. */
    public String object() {
        return programmeId + "/" + year + "/" + type + "/" + id;
    }
}
