package org.shishi.api.money;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.programme.ProgrammeContext;

/** The ledger of subsidies. An OSGi service; writes take part in the running transaction. */
@ProviderType
public interface Subsidies {

    /**
     * Enters an amount as PAID (right {@link org.shishi.api.identity.Right#SETTLE}).
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN}, {@code CORE-MONEY} (negative)
     */
    SubsidyEntry pay(
            Caller caller,
            ProgrammeContext programme,
            SubsidyEntry.Payer payer,
            UUID payee,
            long amountFen,
            String basis,
            String snapshot);

    /** Entries of one basis, oldest first. */
    List<SubsidyEntry> of(String basis);
}
