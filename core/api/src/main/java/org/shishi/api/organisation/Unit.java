package org.shishi.api.organisation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An enterprise, school, association or partner: outside the tree, and apart from the union of its staff.
 *
 * @param id null: not saved yet
 * @param uscc unified social credit code (R-C.5), of every enterprise and unique; null: none
 * @param district where it sits; null: none of the sixteen
 * @param organisationId the union of its staff; null: it has none
 * @param platform a platform enterprise (外卖、网约车 …)
 * @param validTo last day, null: open
 * @param version as it was read; a change of another version is refused
 */
public record Unit(
        UUID id,
        UnitKind kind,
        String name,
        String uscc,
        District district,
        UUID organisationId,
        boolean platform,
        LocalDate validTo,
        long version) {}
