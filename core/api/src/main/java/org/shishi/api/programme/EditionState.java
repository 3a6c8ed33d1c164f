package org.shishi.api.programme;

/** DRAFT → PUBLISHED → CLOSED (no new input; settlement and claims go on) → ARCHIVED. */
public enum EditionState {
    DRAFT,
    PUBLISHED,
    CLOSED,
    ARCHIVED
}
