package org.shishi.api.audit;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/**
 * The append-only log (domain specification §13.11). The record engine, files, people, plugins and parameters write into
 * it by themselves; a programme does so for what it decides outside of them.
 */
@ProviderType
public interface Audit {

    /**
     * Writes one entry in the transaction that runs on this thread, else in its own.
     *
     * @param action for example {@code record.transition}, {@code plugin.install}
     * @param object what it is about, for example {@code basket/2026/households/<id>}
     * @param reason nullable
     * @param details small values without personal data; before and after values only as hashes
     */
    void write(Caller caller, String action, String object, String reason, Map<String, String> details);
}
