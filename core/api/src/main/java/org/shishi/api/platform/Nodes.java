package org.shishi.api.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/** The nodes that share this database. An OSGi service; thread-safe. */
@ProviderType
public interface Nodes {

    enum State {
        RUNNING,
        /** Ended in order. */
        STOPPED,
        /** Not heard of for seven seconds: what it was at is taken over by the others. */
        LOST
    }

    /**
     * @param name the operator's ({@code SHISHI_NODE})
     * @param here the node that answers
     * @param version of the product
     * @param startedAt and {@code seenAt}: by the database's clock
     * @param clockAhead the node's own clock against the database's, as it last measured; negative: behind
     * @param clockWrong by more than 30 seconds
     */
    record Node(
            String name,
            boolean here,
            State state,
            String version,
            Instant startedAt,
            Instant seenAt,
            Duration clockAhead,
            boolean clockWrong) {}

    /**
     * All that were there in the last seven days, by name. For administrators of the whole platform.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN}
     */
    List<Node> list(Caller caller);

    /** How many run, as of the last second; at least 1. */
    int running();
}
