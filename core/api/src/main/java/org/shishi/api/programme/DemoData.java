package org.shishi.api.programme;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;

/**
 * A programme's invented data for demonstrations: a DS service, asked once per home, in demo mode only, after the
 * programme has opened with an empty schema. Works through {@link org.shishi.api.record.Records} like everybody else.
 * People are obviously invented; resident IDs are valid but of region 310999.
 */
@ConsumerType
public interface DemoData {

    void fill(ProgrammeContext programme, Cast cast);

    /** Who acts in the demonstration. */
    @ProviderType
    interface Cast {

        /** Somebody with this role in this organisation; the same person each time. */
        Caller as(Role role, Organisation organisation);

        /** Seeded: each demonstration looks the same. */
        RandomGenerator random();
    }
}
