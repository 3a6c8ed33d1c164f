package org.shishi.api.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/** The tree as it is today. An OSGi service; thread-safe; reads only (changes are the administration's). */
@ProviderType
public interface Organisations {

    Optional<Organisation> byId(UUID id);

    /** Several at once, for lists; unknown ids are left out. */
    Map<UUID, Organisation> byIds(Collection<UUID> ids);

    /** By official name or alias, normalised (K-10); empty when unknown or ambiguous. */
    Optional<Organisation> byName(String name);

    /** By the code of the city's own register, letters of either case. */
    Optional<Organisation> byCode(String code);

    Organisation city();

    /** Districts and bureau unions, districts first in GB/T 2260 order. */
    List<Organisation> secondLevel();

    /** The district or bureau union a body belongs to: itself, or its nearest second-level ancestor; empty for the city and its institutions. */
    Optional<Organisation> secondLevelOf(UUID id);

    /** The superior: the parent. Empty for the city. */
    Optional<Organisation> superiorOf(UUID id);

    List<Organisation> children(UUID id);

    /**
     * Bodies within the caller's scope whose name or alias holds the text, best first; then those whose code begins with
     * it, and those with it among the initials of their pinyin ({@code pdxq}: 浦东新区). For pickers.
     */
    List<Organisation> search(Caller caller, String text, int limit);
}
