package org.shishi.api.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/**
 * Named bearer tokens for other systems. A token acts as its owner for the organisation it was made for, within its scope,
 * as long as the owner has a role there. All end when the password is set or the account disabled. An OSGi service,
 * thread-safe.
 */
@ProviderType
public interface ApiTokens {

    /** What a token leaves of its owner's rights. */
    enum Scope {
        /** Looking only, personal data masked. */
        READ,
        /** Everything but personal data in clear. */
        WRITE,
        FULL
    }

    /**
     * @param programmeId null: every programme
     * @param organisation the name of the one it acts for
     * @param usedAt to five minutes; null: never yet
     */
    record ApiToken(
            UUID id,
            String name,
            Scope scope,
            String programmeId,
            String organisation,
            Instant issuedAt,
            Instant expiresAt,
            Instant usedAt) {}

    /** @param secret shown once; only its hash is kept */
    record Issued(ApiToken token, String secret) {}

    /**
     * Makes a token for the acting organisation.
     *
     * @param lastDay the last day it works, at most a year from today
     * @throws org.shishi.api.rule.RefusedException {@code CORE-MISSING}, {@code CORE-LENGTH}, {@code CORE-TOKEN-DAYS},
     *     {@code CORE-TOKEN-MANY}, {@code CORE-PASSWORD-CHANGE}, {@code CORE-FACTOR-NEEDED}, {@code CORE-FORBIDDEN} (the
     *     caller is itself a token)
     */
    Issued issue(Caller caller, String name, Scope scope, String programmeId, LocalDate lastDay);

    /** One's own, expired ones too until they are cleared away; newest first. */
    List<ApiToken> list(Caller caller);

    /** Nothing happens when it is another account's. */
    void revoke(Caller caller, UUID id);
}
