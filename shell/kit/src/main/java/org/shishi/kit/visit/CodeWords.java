package org.shishi.kit.visit;

import java.util.List;
import java.util.Locale;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Texts;
import org.shishi.kit.component.RefusalWords;

/** Codes put into words: a code's own text, its fields by their titles. */
public final class CodeWords {

    private CodeWords() {}

    /**
     * @param type whose fields the violations name; null: of none
     * @param texts of the programme
     */
    public static RefusalWords of(RecordType<?> type, Texts texts, CoreTexts coreTexts, Locale locale) {
        return violations -> violations.stream()
                .map(violation ->
                        coreTexts.message(titled(type, texts, violation), texts).in(locale))
                .toList();
    }

    /** Codes speak of fields by name; people know them by title. */
    private static Violation titled(RecordType<?> type, Texts texts, Violation violation) {
        if (type == null
                || violation.field() == null
                || type.field(violation.field()).isEmpty()) {
            return violation;
        }
        Object title = texts.get(type.id() + "." + violation.field());
        List<Object> args = violation.args().stream()
                .map(arg -> violation.field().equals(arg) ? title : arg)
                .toList();
        return new Violation(violation.code(), violation.field(), args);
    }
}
