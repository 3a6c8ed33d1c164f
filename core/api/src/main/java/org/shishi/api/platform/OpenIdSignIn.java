package org.shishi.api.platform;

import java.io.Serializable;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/**
 * Signing in with an account elsewhere (OpenID Connect: authorization code with PKCE, state and nonce). The account there
 * is linked to one here by its owner, who is signed in at both; nobody is matched by name or address. Accounts here stay
 * and keep working. An OSGi service, thread-safe; calls go out to the provider with time limits of a few seconds.
 */
@ProviderType
public interface OpenIdSignIn {

    /** What the button says; empty: no provider is configured. */
    Optional<String> provider();

    /**
     * A way to the provider that has begun. Kept by whoever keeps the session, for one answer.
     *
     * @param to where the browser goes
     * @param callback where the provider sends it back to
     */
    record Departure(URI to, URI callback, String state, String nonce, String verifier) implements Serializable {

        /** Never shows what must stay unknown. */
        @Override
        public String toString() {
            return "Departure[" + callback + "]";
        }
    }

    /**
     * @param seen where the browser sees the callback page; the configured address goes before it
     * @throws org.shishi.api.rule.RefusedException {@code CORE-OIDC-AWAY} (no provider, or it does not answer)
     */
    Departure depart(URI seen);

    /** Somebody came back. @param strong whether the provider says that it asked for more than a password */
    record Arrival(Caller caller, boolean strong) {}

    /**
     * Signs in.
     *
     * @param query of the callback's address
     * @param address of the client
     * @throws org.shishi.api.rule.RefusedException {@code CORE-OIDC-REFUSED} (not the answer to this departure, or not a
     *     good one), {@code CORE-OIDC-AWAY}, {@code CORE-OIDC-UNLINKED}, {@code CORE-LOGIN-DISABLED},
     *     {@code CORE-LOGIN-NO-ROLE}
     */
    Arrival arrive(Departure departure, String query, String address);

    /**
     * Links the account there to the caller's.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-OIDC-REFUSED}, {@code CORE-OIDC-AWAY},
     *     {@code CORE-OIDC-TAKEN} (it is another account's)
     */
    void link(Caller caller, Departure departure, String query);

    record Link(String issuer, String subject, Instant linkedAt) {}

    List<Link> links(Caller caller);

    void unlink(Caller caller, Link link);
}
