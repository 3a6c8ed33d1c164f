package org.shishi.api.people;

import java.util.UUID;
import org.shishi.api.record.Field;

/**
 * The fields of a record through which people name a person: they type name, document and mobile, the record engine finds
 * or registers the person, keeps the id, and leaves masked values in the fields. So the programme's tables hold nothing in
 * clear; revealing and clear exports ask the registry.
 *
 * @param reference holds the person's id; internal
 * @param name field of sensitivity NAME
 * @param kind of the document, a choice of {@link DocumentKind}; null: resident IDs only
 * @param number of sensitivity RESIDENT_ID (OTHER_DOCUMENT where there are several kinds)
 * @param mobile of sensitivity MOBILE; null: none is asked for
 * @param consent a yes/no field; null: none is asked for. Yes writes a consent record
 * @param purpose of the consent, for example {@code ENROLMENT}; what is agreed to is the text {@code consent.<purpose>}, which
 *     stands beside the field and is kept word for word with the record of the consent
 * @param <T> the entity
 */
public record PersonFields<T>(
        Field<T, UUID> reference,
        Field<T, String> name,
        Field<T, DocumentKind> kind,
        Field<T, String> number,
        Field<T, String> mobile,
        Field<T, Boolean> consent,
        String purpose) {

    public static <T> PersonFields<T> of(
            Field<T, UUID> reference, Field<T, String> name, Field<T, String> number, Field<T, String> mobile) {
        return new PersonFields<>(reference.internal(), name, null, number, mobile, null, null);
    }

    public PersonFields<T> kind(Field<T, DocumentKind> field) {
        return new PersonFields<>(reference, name, field, number, mobile, consent, purpose);
    }

    /** An empty or negative answer is refused with {@code CORE-CONSENT}. */
    public PersonFields<T> consent(Field<T, Boolean> field, String why) {
        return new PersonFields<>(reference, name, kind, number, mobile, field, why);
    }
}
