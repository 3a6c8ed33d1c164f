package org.shishi.api.platform;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** A part of the platform that says whether it works: core, database, scheduler, shell publish one each as an OSGi service. */
@ConsumerType
public interface Health {

    /** {@code database}, {@code scheduler}, {@code core}, {@code shell}. */
    String component();

    /** Quick (below 100 ms) and cached where it must be. */
    boolean up();

    /** It works, but not as it should: an operator is to look. Does not take the node out of service. */
    default boolean degraded() {
        return false;
    }

    /** For the JSON; no secrets. */
    Map<String, String> details();
}
