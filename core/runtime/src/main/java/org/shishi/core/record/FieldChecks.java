package org.shishi.core.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;

/** What a field's description alone says of its value. */
final class FieldChecks<T extends ProgrammeRecord> {

    /** Marks nobody types: databases refuse some of them, pages show none. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n\\t\\x{0085}\\x{2028}\\x{2029}]+");
    private static final Pattern OUTER_SPACE = Pattern.compile("^\\p{IsWhite_Space}+|\\p{IsWhite_Space}+$");

    private final Kind<T> kind;

    FieldChecks(Kind<T> kind) {
        this.kind = kind;
    }

    /** Text as it is kept: without outer spaces and control characters, on one line unless it is long; blank is empty. */
    void tidy(T record) {
        for (Field<T, ?> field : kind.type().fields()) {
            if (field.isTyped()) {
                switch (field.kind()) {
                    case TEXT -> tidy(field, record, false);
                    case LONG_TEXT -> tidy(field, record, true);
                    default -> {
                        // Other kinds have one spelling.
                    }
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void tidy(Field<T, ?> field, T record, boolean lines) {
        Field<T, String> text = (Field<T, String>) field;
        String typed = text.get(record);
        if (typed == null || tidy(typed)) {
            return;
        }
        String plain = lines
                ? typed.replace("\r\n", "\n").replace('\r', '\n')
                : LINE_BREAK.matcher(typed).replaceAll(" ");
        String tidy = OUTER_SPACE.matcher(CONTROL.matcher(plain).replaceAll("")).replaceAll("");
        if (!tidy.equals(typed) || tidy.isEmpty()) {
            text.set(record, tidy.isEmpty() ? null : tidy);
        }
    }

    /** Nearly all text is: imports need not look for every pattern in it. */
    private static boolean tidy(String text) {
        if (text.isEmpty() || text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Control characters, and from U+0080 to U+00A0 on what may be a space or a line break.
            boolean plain = c >= ' ' && c < '\u007f' || c >= '\u4e00' && c <= '\u9fff';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** In the order of the fields. */
    List<Violation> violations(T record) {
        List<Violation> found = new ArrayList<>();
        for (Field<T, ?> field : kind.type().fields()) {
            if (field.isTyped()) {
                check(field, field.get(record), found);
            }
        }
        return found;
    }

    /** Whether a mandatory field is empty: then what rests on all of them cannot be asked yet. */
    boolean incomplete(T record) {
        for (Field<T, ?> field : kind.type().fields()) {
            if (field.isTyped() && field.missingCode() != null && empty(field.get(record))) {
                return true;
            }
        }
        return false;
    }

    private void check(Field<T, ?> field, Object value, List<Violation> found) {
        if (empty(value)) {
            if (field.missingCode() != null) {
                found.add(Violation.of(field.missingCode(), field.name(), kind.label(field)));
            }
        } else if (value instanceof String text && tooLong(text, field.maxLength())) {
            found.add(Violation.of("CORE-LENGTH", field.name(), field.maxLength()));
        } else if (value instanceof BigDecimal number && tooManyDigits(number, field)) {
            found.add(Violation.of("CORE-DIGITS", field.name(), field.wholeDigits(), field.fractionDigits()));
        }
    }

    /** K-11, and the text as it is stored: half-width forms may grow shorter when they are normalised. */
    private static boolean tooLong(String text, int max) {
        return text.length() > max && text.codePointCount(0, text.length()) > max || Normal.length(text) > max;
    }

    private static boolean tooManyDigits(BigDecimal number, Field<?, ?> field) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.precision() - bare.scale() > field.wholeDigits() || bare.scale() > field.fractionDigits();
    }

    private static boolean empty(Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> many && many.isEmpty();
    }
}
