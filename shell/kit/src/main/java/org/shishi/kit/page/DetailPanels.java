package org.shishi.kit.page;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.record.RecordType;

/** Lends the {@link DetailPanel}s of a programme to a page: one instance each per visit. An OSGi service of the kit. */
@ProviderType
public interface DetailPanels {

    /** Panels lent to one page, to be given back when it goes. */
    @ProviderType
    interface Loan {

        List<DetailPanel<?>> panels();

        /** More than once is the same as once. */
        void giveBack();
    }

    /** The panels of a bundle for a record type, by service ranking, then the order they came in. */
    Loan lend(long bundleId, RecordType<?> type);
}
