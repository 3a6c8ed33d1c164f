package org.shishi.core.crypto;

import java.util.Locale;

/** What a key is for. One key does one thing: who learns one of them learns no more. */
public enum KeyPurpose {
    /** Fields at rest, AES-256-GCM. */
    FIELDS,
    /** Blind indexes of encrypted fields, HMAC-SHA-256. */
    INDEX,
    /** Stored files, AES-256-GCM. */
    FILES,
    /** The chain of the audit log, HMAC-SHA-256. */
    AUDIT;

    /** {@code fields}: the file is {@code conf/keys/fields.keys}, the property {@code shishi.keys.fields}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
