package org.shishi.core.record.workshop;

public enum WorkshopState {
    DRAFT,
    DECLARED,
    REVIEWED,
    APPROVED,
    CLOSED
}
