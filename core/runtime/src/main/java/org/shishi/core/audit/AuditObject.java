package org.shishi.core.audit;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line is about, taken apart: {@code account/<id>}, {@code edition/<programme>/<year>},
 * {@code <programme>/<year>/<type>/<id>} and the like.
 *
 * @param kind its first word; for what belongs to records {@link #RECORD}
 * @param programmeId null: none
 * @param year 0: none
 * @param rest behind it, for example the type of records; empty: nothing
 * @param id null: none
 */
record AuditObject(String kind, String programmeId, int year, String rest, UUID id) {

    static final String RECORD = "record";
    static final String IMPORT = "import";

    private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern OF_PROGRAMME =
            Pattern.compile("([a-z][a-z0-9-]*)/([0-9]{4})(?:/([^/]+))?(/imports)?(?:/(" + UUID_FORM + "))?");
    private static final Pattern OF_YEAR = Pattern.compile("(edition|job|template)/([^/]+)/([0-9]{1,4})(?:/(.+))?");
    private static final Pattern OTHER = Pattern.compile("([a-z][a-z-]*)(?:/(" + UUID_FORM + "))?(?:/(.+))?");

    static AuditObject of(String object) {
        Matcher year = OF_YEAR.matcher(object);
        if (year.matches()) {
            return new AuditObject(
                    year.group(1), year.group(2), Integer.parseInt(year.group(3)), text(year.group(4)), null);
        }
        Matcher programme = OF_PROGRAMME.matcher(object);
        if (programme.matches() && !programme.group(1).equals("calendar")) {
            return new AuditObject(
                    programme.group(4) == null ? RECORD : IMPORT,
                    programme.group(1),
                    Integer.parseInt(programme.group(2)),
                    text(programme.group(3)),
                    id(programme.group(5)));
        }
        Matcher other = OTHER.matcher(object);
        return other.matches()
                ? new AuditObject(other.group(1), null, 0, text(other.group(3)), id(other.group(2)))
                : new AuditObject("", null, 0, object, null);
    }

    /** Empty for what is no id. */
    static Optional<UUID> uuid(String text) {
        return text.matches(UUID_FORM) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    boolean ofRecord() {
        return kind.equals(RECORD) && id != null;
    }

    private static String text(String part) {
        return part == null ? "" : part;
    }

    private static UUID id(String part) {
        return part == null ? null : UUID.fromString(part);
    }
}
