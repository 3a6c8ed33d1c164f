package org.shishi.api.platform;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Unit;
import org.shishi.api.organisation.UnitKind;

/**
 * The register of enterprises, schools, associations and partners. Needs the right PLATFORM; a city's administrator handles
 * all, one below it those whose union lies in its branch, and those without a union in its district. Every change is
 * audited. An OSGi service, thread-safe. All throw {@code CORE-FORBIDDEN} and {@code CORE-NOT-FOUND}.
 */
@ProviderType
public interface Units {

    /**
     * One page by name.
     *
     * @param text part of the name, or a whole or begun credit code; null: all
     * @param kind null: all
     * @param organisation only of unions here or below; null: all in scope
     * @param after the last one of the page before; null: from the start
     * @param limit 1 to 500
     */
    List<Unit> list(Caller caller, String text, UnitKind kind, UUID organisation, UUID after, int limit);

    Unit get(Caller caller, UUID id);

    /** In scope or not: that an enterprise is registered is told to whoever has its code, as names are. */
    Optional<Unit> byCreditCode(String uscc);

    /**
     * @throws org.shishi.api.rule.RefusedException {@code CORE-MISSING}, {@code CORE-LENGTH}, {@code CORE-USCC-FORMAT},
     *     {@code CORE-USCC-CHECK}, {@code CORE-UNIT-USCC} (another one has the code), {@code CORE-UNIT-UNION} (no body of the
     *     caller's branch)
     */
    Unit create(Caller caller, Unit draft);

    /** All but the kind. @throws org.shishi.api.rule.RefusedException as {@link #create}, and {@code CORE-STALE} */
    Unit update(Caller caller, Unit changed);
}
