package org.shishi.kit.page;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.platform.LiveProgramme;

/**
 * The programmes that are open for work at this moment. An OSGi service of the kit; thread-safe; each answer may be
 * outdated a moment later, so ask again instead of keeping one.
 *
 * <p>Where {@link #find} is empty the default pages forward to the route {@code offline/<year>/<programme>}, which the
 * shell owns: it says what is away and since when, and takes the user back when it returns.
 */
@ProviderType
public interface Programmes {

    /** @param id programme id, for example {@code new-form} */
    Optional<LiveProgramme> find(String id, int year);

    /** By place in the menu, then id, newest year first. */
    List<LiveProgramme> live();
}
