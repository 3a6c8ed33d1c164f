package org.shishi.api.platform;

import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.text.Text;

/**
 * A programme that is open for work. Registered by the core as an OSGi service (properties {@code programme.id},
 * {@code programme.year} Integer, {@code programme.version}) after schema, texts, rules and jobs are ready, and
 * unregistered before any of them go: who tracks it takes its pages and resources away when it leaves.
 */
@ProviderType
public interface LiveProgramme {

    ProgrammeDescriptor descriptor();

    ProgrammeContext context();

    String version();

    /** The bundle it comes from. */
    long bundleId();

    /** The text {@code programme.title}. */
    Text title();
}
