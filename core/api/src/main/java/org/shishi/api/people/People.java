package org.shishi.api.people;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/**
 * The person registry. One person is one normalised document; sensitive fields are encrypted at rest and found by blind
 * index. An OSGi service; thread-safe. Source: domain specification §13.4, §13.7.
 */
@ProviderType
public interface People {

    /**
     * Finds the person of a resident ID or registers a new one.
     *
     * @param mobile nullable
     * @throws org.shishi.api.rule.RefusedException {@code CORE-ID-*}, {@code CORE-PHONE}, {@code CORE-INPUT} (no name)
     */
    Person register(Caller caller, String name, String residentId, String mobile);

    /** The same for any document; what was missing in the registry is added, what was there stays. */
    Person register(Caller caller, PersonDraft draft);

    Optional<Person> byId(UUID id);

    Optional<Person> byDocument(Document document);

    /** By resident ID, normalised; empty when unknown or not a valid one. */
    Optional<Person> byResidentId(String residentId);

    /** What may be asked for in clear. */
    enum Detail {
        NAME,
        RESIDENT_ID,
        MOBILE
    }

    /**
     * One value in clear. Needs {@link org.shishi.api.identity.Right#UNMASK} in the programme, and the person within the
     * caller's scope (R-C.13); writes an audit entry.
     *
     * @param reason never blank
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN}, {@code CORE-REASON-MISSING}, {@code CORE-LENGTH},
     *     {@code CORE-NOT-FOUND} (also for somebody out of scope)
     */
    String reveal(Caller caller, String programmeId, UUID personId, Detail detail, String reason);
}
