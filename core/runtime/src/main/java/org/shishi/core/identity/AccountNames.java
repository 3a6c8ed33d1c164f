package org.shishi.core.identity;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What accounts are called, for histories and lists. */
public interface AccountNames {

    /** Display names by id, several at once; the platform itself has one, unknown ids are left out. */
    Map<UUID, String> of(Collection<UUID> ids);
}
