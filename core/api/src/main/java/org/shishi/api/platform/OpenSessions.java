package org.shishi.api.platform;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/** Where one is signed in at the pages, on whatever node. Everybody sees and ends their own. An OSGi service, thread-safe. */
@ProviderType
public interface OpenSessions {

    /** @param address @param agent nullable; the agent is the browser's own name for itself */
    record Session(UUID id, Instant startedAt, Instant seenAt, String address, String agent) {}

    /** Enters a session that just began. */
    UUID open(Caller caller, String agent);

    /** Says that it is still in use; false: somebody ended it. */
    boolean seen(Caller caller, UUID session);

    /** It ended by itself, or by signing out; nothing happens when it has ended. */
    void close(UUID session);

    /** Newest use first. */
    List<Session> list(Caller caller);

    /** Ends one; nothing happens when it is another account's. */
    void end(Caller caller, UUID session);

    /** Ends all sessions and the tokens of sign-ins; API tokens stay. */
    void endAll(Caller caller);
}
