package org.shishi.api.money;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.money.SubsidyEntry.Payer;
import org.shishi.api.programme.ProgrammeContext;

/**
 * The ledger of subsidies (domain specification §13.10). Lines are added, never changed: an amount is calculated, approved,
 * paid, and taken back by a counter line; each step is a line of its own that names who took it. A basis (a record's name,
 * see {@link ProgrammeContext#objectName}) has at most one amount per payer under way; after a reversal it may begin anew.
 *
 * <p>An OSGi service of the core; checks, guards and effects find it in {@link
 * org.shishi.api.record.RecordContext#subsidies}. Writes take part in the running transaction and are audited. Amounts are
 * fen. Thread-safe; two steps on one basis at the same moment are kept apart by the record they rest on. Stays when a
 * programme's bundle stops.
 *
 * <p>Refusals of all steps: {@code CORE-FORBIDDEN} (right), {@code CORE-STATE} (not this step's turn), {@code
 * CORE-SELF-REVIEW} (who approves did not calculate, who pays or takes back did not approve).
 */
@ProviderType
public interface Subsidies {

    /**
     * Enters an amount as CALCULATED (right CREATE or SETTLE).
     *
     * @param payee the organisation or person that gets it
     * @param amountFen fen, 0 included
     * @param basis the record it rests on
     * @param snapshot the parameters used, as text (K-12)
     * @throws org.shishi.api.rule.RefusedException also {@code CORE-MONEY} (negative)
     */
    SubsidyEntry calculate(
            Caller caller,
            ProgrammeContext programme,
            Payer payer,
            UUID payee,
            long amountFen,
            String basis,
            String snapshot);

    /** CALCULATED → APPROVED (right APPROVE, or FACILITY where an institution decides). */
    SubsidyEntry approve(Caller caller, ProgrammeContext programme, Payer payer, String basis);

    /** APPROVED → PAID (right SETTLE). */
    SubsidyEntry pay(Caller caller, ProgrammeContext programme, Payer payer, String basis);

    /**
     * Takes a paid amount back: a counter line, REVERSED (right SETTLE).
     *
     * @param reason for the audit log; {@code CORE-REASON-MISSING} when blank
     */
    SubsidyEntry reverse(Caller caller, ProgrammeContext programme, Payer payer, String basis, String reason);

    /** Lines of one basis, oldest first. */
    List<SubsidyEntry> of(String basis);

    /** Fen that a payer has paid in this programme and year, what was taken back not counted. */
    long paidFen(ProgrammeContext programme, Payer payer);
}
