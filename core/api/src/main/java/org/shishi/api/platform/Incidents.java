package org.shishi.api.platform;

import org.osgi.annotation.versioning.ProviderType;

/** Numbers for what we did wrong: shown to the user, found in the log with the stack trace. */
@ProviderType
public interface Incidents {

    /** Logs the fault and returns its number, for example {@code I-20260921-0007}. */
    String report(String where, Throwable fault);
}
