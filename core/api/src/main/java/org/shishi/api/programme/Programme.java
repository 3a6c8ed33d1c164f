package org.shishi.api.programme;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service programme: the one DS component that a bundle must have. The platform asks it once after each start, then
 * reads the edition, migrates the schema, opens the programme and takes all of it away again when the bundle stops.
 *
 * <p>The year is the bundle's major version; the descriptor's id is the folder's, artifact's, route's and schema's name.
 */
@ConsumerType
public interface Programme {

    /** What this programme consists of. Called on a platform thread; must not block or touch services. */
    ProgrammeDescriptor describe();
}
