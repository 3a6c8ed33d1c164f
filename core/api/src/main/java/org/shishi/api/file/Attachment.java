package org.shishi.api.file;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored file.
 *
 * @param kind what it stands for, for example {@code plan}, {@code STAMPED}; the programme's word
 * @param type PDF, JPG, PNG, XLSX or DOCX, told from its content
 * @param sha256 lower-case hexadecimal
 */
public record Attachment(
        UUID id, String kind, String name, String type, long sizeBytes, String sha256, String by, Instant at) {}
