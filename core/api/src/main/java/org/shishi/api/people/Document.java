package org.shishi.api.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;

/**
 * A document number in its one normal form: who a person is. Prints masked, whoever prints it, so that no log line,
 * message or stack trace holds a number; {@link #number()} is the one way to the clear text.
 *
 * @param number in clear
 */
public record Document(DocumentKind kind, String number) {

    private static final Pattern OTHER = Pattern.compile("[A-Z0-9]{4,30}");

    public Document {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(number);
    }

    /**
     * @param kind null: a resident ID
     * @param today birth dates lie before it
     * @return refusals for {@code field}: {@code CORE-ID-*} (R-C.4), {@code CORE-DOCUMENT} for other kinds (four to thirty
     *     letters and digits)
     */
    public static Outcome<Document> parse(DocumentKind kind, String typed, LocalDate today, String field) {
        if (kind == null || kind == DocumentKind.RESIDENT_ID) {
            Outcome<ResidentId.Facts> facts = ResidentId.residentId(typed, today);
            return facts.refused()
                    ? Outcome.refused(at(facts.refusals(), field))
                    : Outcome.of(new Document(
                            DocumentKind.RESIDENT_ID, facts.result().residentId()));
        }
        String number = Normal.id(typed);
        return OTHER.matcher(number).matches()
                ? Outcome.of(new Document(kind, number))
                : Outcome.refused("CORE-DOCUMENT", field);
    }

    private static List<Violation> at(List<Violation> refusals, String field) {
        return refusals.stream()
                .map(v -> new Violation(v.code(), field, v.args()))
                .toList();
    }

    /** R-C.7. */
    public String masked() {
        return kind == DocumentKind.RESIDENT_ID ? Mask.residentId(number) : Mask.otherDocument(number);
    }

    @Override
    public String toString() {
        return masked();
    }
}
