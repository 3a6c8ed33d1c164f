package org.shishi.api.money;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the ledger: one step of an amount that is owed or paid on the basis of a record (domain specification §13.10).
 * Never edited: a reversal is a counter line.
 *
 * @param amountFen fen, not negative
 * @param basis the record it rests on, for example {@code basket/2026/households/<id>}
 * @param snapshot the parameters used, as text
 * @param state the step that this line stands for
 * @param by who took it
 */
public record SubsidyEntry(
        UUID id,
        Payer payer,
        UUID payee,
        long amountFen,
        String basis,
        String snapshot,
        State state,
        String by,
        Instant at) {

    public enum Payer {
        CITY,
        SECOND_LEVEL,
        GRASSROOTS,
        FOUNDATION,
        SELF
    }

    public enum State {
        CALCULATED,
        APPROVED,
        PAID,
        REVERSED
    }
}
