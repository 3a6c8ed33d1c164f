package org.shishi.api.people;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A person as typed, in clear: for registering only. Prints masked.
 *
 * @param kind null: a resident ID
 * @param number of the document
 * @param birthDate only where the document does not say it; null: unknown
 * @param sex null: unknown, or said by the document
 * @param mobile null: unknown
 * @param organisation the union the person is found under; null: the caller's acting organisation
 * @param employment null: unknown
 * @param industry code of RD-1; null: unknown
 * @param member of a union; null: unknown
 */
public record PersonDraft(
        DocumentKind kind,
        String number,
        String name,
        LocalDate birthDate,
        ResidentId.Sex sex,
        String mobile,
        UUID organisation,
        Employment employment,
        String industry,
        Boolean member) {

    /** How a person works. */
    public enum Employment {
        ACTIVE,
        RETIRED,
        NEW_FORM,
        UNEMPLOYED
    }

    /** Someone of whom nothing more is known. */
    public static PersonDraft of(DocumentKind kind, String number, String name, String mobile) {
        return new PersonDraft(kind, number, name, null, null, mobile, null, null, null, null);
    }

    @Override
    public String toString() {
        String shown =
                kind == null || kind == DocumentKind.RESIDENT_ID ? Mask.residentId(number) : Mask.otherDocument(number);
        return "PersonDraft[" + Mask.name(name) + " " + shown + "]";
    }
}
