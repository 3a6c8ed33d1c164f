package org.shishi.api.people;

import java.util.UUID;

/**
 * A person of the registry as programmes see them: masked. Clear values are asked for one by one, with a reason.
 *
 * @param maskedName first character, then one {@code *} per character (R-C.7)
 * @param maskedDocument masked document number
 * @param maskedMobile masked mobile; null when unknown
 */
public record Person(UUID id, String maskedName, String maskedDocument, String maskedMobile) {}
