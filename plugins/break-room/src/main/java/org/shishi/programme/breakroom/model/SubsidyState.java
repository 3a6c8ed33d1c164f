package org.shishi.programme.breakroom.model;

/** Where a room's subsidy stands; the ledger of the core has a line for each step. */
public enum SubsidyState {
    CALCULATED,
    APPROVED,
    PAID,
    REVERSED
}
