package org.shishi.api.notice;

import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.programme.ProgrammeContext;

/** Tells people. In-app always; further channels by the recipient's settings. An OSGi service; thread-safe. */
@ProviderType
public interface Notices {

    /**
     * Sends unless the same was sent before; takes part in the transaction that runs on this thread.
     *
     * @return how many people it went to now (0: already sent, or nobody there)
     */
    int send(ProgrammeContext programme, Notice notice);
}
