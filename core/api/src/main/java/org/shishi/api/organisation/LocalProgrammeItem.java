package org.shishi.api.organisation;

import java.util.UUID;

/**
 * A line of a second-level union's own list of service programmes (domain specification §13.1); for the report only.
 *
 * @param id null: not saved yet
 * @param organisationId a district or bureau union
 * @param budgetFen null: not told
 * @param version as it was read; a change of another version is refused
 */
public record LocalProgrammeItem(UUID id, UUID organisationId, int year, String title, Long budgetFen, long version) {}
