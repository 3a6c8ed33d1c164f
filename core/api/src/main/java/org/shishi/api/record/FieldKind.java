package org.shishi.api.record;

/**
 * What a field holds, and with it how it is typed, shown, filtered, read from and written to sheets and JSON.
 *
 * <p>JSON: TEXT, LONG_TEXT string; INT, MONEY (fen) integer; DECIMAL number; DATE, TIMESTAMP ISO string; BOOL boolean;
 * ENUM the constant; TAGS array of constants; DISTRICT the six-digit code; ORGANISATION and REFERENCE a UUID string.
 */
public enum FieldKind {
    TEXT,
    LONG_TEXT,
    INT,
    DECIMAL,
    /** {@code Long} fen. */
    MONEY,
    DATE,
    TIMESTAMP,
    BOOL,
    ENUM,
    /** A set of enum constants. */
    TAGS,
    /** {@link org.shishi.api.organisation.District}. */
    DISTRICT,
    /** UUID of an organisation. */
    ORGANISATION,
    /** UUID of another record. */
    REFERENCE
}
