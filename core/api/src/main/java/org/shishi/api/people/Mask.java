package org.shishi.api.people;

import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;

/**
 * Masks of personal data for screens, notices and logs. A value too short for its kind is hidden whole: a mask never
 * shows what it is meant to hide. Null stays null.
 */
public final class Mask {

    public enum Kind {
        RESIDENT_ID,
        MOBILE,
        NAME,
        EMAIL,
        OTHER_DOCUMENT
    }

    public record Masked(String masked) {}

    private Mask() {}

    @Rule(id = "R-C.7", name = "mask", source = "§13.6, §13.7")
    public static Outcome<Masked> mask(
            @Input("kind") Kind kind, @Input(value = "value", personal = true) String value) {
        if (value == null) {
            return Outcome.refused(Violation.CORE_INPUT, "value", "value");
        }
        return Outcome.of(new Masked(
                switch (kind) {
                    case RESIDENT_ID -> residentId(value);
                    case MOBILE -> mobile(value);
                    case NAME -> name(value);
                    case EMAIL -> email(value);
                    case OTHER_DOCUMENT -> otherDocument(value);
                }));
    }

    /** First three, eleven stars, last four. */
    public static String residentId(String value) {
        return value == null ? null : ends(Normal.id(value), 3, 11, 4);
    }

    /** First three, four stars, last four. */
    public static String mobile(String value) {
        return value == null ? null : ends(Phone.normalise(value), 3, 4, 4);
    }

    /** First character, then one star for each further one (code points: rare characters take two chars). */
    public static String name(String value) {
        if (value == null) {
            return null;
        }
        String name = Normal.text(value);
        if (name.isEmpty()) {
            return "";
        }
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "*".repeat(Normal.length(name) - 1);
    }

    /** First character, three stars, then from the {@code @} on. */
    public static String email(String value) {
        if (value == null) {
            return null;
        }
        String email = Normal.text(value);
        int at = email.lastIndexOf('@');
        String host = at < 0 ? "" : email.substring(at);
        String first = email.isEmpty() || at == 0 ? "" : email.substring(0, email.offsetByCodePoints(0, 1));
        return first + "***" + host;
    }

    /** First two, a star for each place between, last two; up to four characters all stars. */
    public static String otherDocument(String value) {
        if (value == null) {
            return null;
        }
        String document = Normal.id(value);
        return ends(document, 2, Math.max(0, Normal.length(document) - 4), 2);
    }

    private static String ends(String text, int first, int stars, int last) {
        int length = text.codePointCount(0, text.length());
        if (length <= first + last) {
            return "*".repeat(length);
        }
        return text.substring(0, text.offsetByCodePoints(0, first))
                + "*".repeat(stars)
                + text.substring(text.offsetByCodePoints(text.length(), -last));
    }
}
