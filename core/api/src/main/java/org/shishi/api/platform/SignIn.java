package org.shishi.api.platform;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;

/** Signing in, at the page and at REST. Thread-safe. */
@ProviderType
public interface SignIn {

    /**
     * Checks name and password.
     *
     * @param address of the client, for lockout and audit
     * @throws org.shishi.api.rule.RefusedException {@code CORE-LOGIN} (one answer for every wrong combination),
     *     {@code CORE-LOGIN-LOCKED} (argument: minutes left), {@code CORE-LOGIN-DISABLED}
     */
    Caller signIn(String userName, String password, String address);

    /** Whether the password must be changed before anything else. */
    boolean mustChangePassword(Caller caller);

    /**
     * @throws org.shishi.api.rule.RefusedException {@code CORE-PASSWORD-WRONG}, {@code CORE-PASSWORD-SHORT},
     *     {@code CORE-PASSWORD-COMMON}, {@code CORE-PASSWORD-SAME}
     */
    void changePassword(Caller caller, String oldPassword, String newPassword);

    /** Organisations the account holds a role in. */
    List<Organisation> organisations(Caller caller);

    /** The same person acting for another of its organisations. */
    Caller actFor(Caller caller, UUID organisationId);

    /** The account's language is kept. */
    Caller speak(Caller caller, Locale locale);

    /** The caller as of now (roles may have changed); empty when the account was disabled. */
    Optional<Caller> refresh(Caller caller);

    /** A bearer token and when it ends. */
    record Token(String token, Instant expiresAt) {}

    /** Issues a token for a caller that just signed in. Only its hash is kept. */
    Token issueToken(Caller caller);

    /** The caller of a token; empty when unknown, expired or revoked. */
    Optional<Caller> byToken(String token, String address);

    void signedOut(Caller caller);
}
