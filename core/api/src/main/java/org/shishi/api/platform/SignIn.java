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
     *     {@code CORE-LOGIN-LOCKED} (argument: minutes left), {@code CORE-LOGIN-DISABLED},
     *     {@code CORE-LOGIN-NO-ROLE} (right password, but no role in any organisation), {@code CORE-LOGIN-CODE} (right
     *     password, but the account has a second factor)
     */
    Caller signIn(String userName, String password, String address);

    /**
     * Checks name, password and, where the account has a second factor, a code of it.
     *
     * @param code of the authenticator or a recovery code; nullable
     * @throws org.shishi.api.rule.RefusedException as without; {@code CORE-FACTOR-CODE} (wrong or used code)
     */
    Caller signIn(String userName, String password, String code, String address);

    /** Whether the password must be changed before anything else. */
    boolean mustChangePassword(Caller caller);

    /**
     * @throws org.shishi.api.rule.RefusedException {@code CORE-PASSWORD-WRONG}, {@code CORE-PASSWORD-SHORT} (argument: least
     *     length), {@code CORE-PASSWORD-COMMON}, {@code CORE-PASSWORD-SAME}, {@code CORE-LENGTH}, {@code CORE-LOGIN-LOCKED}
     */
    void changePassword(Caller caller, String oldPassword, String newPassword);

    /** Organisations the account holds a role in. */
    List<Organisation> organisations(Caller caller);

    /**
     * The same person acting for another of its organisations.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN} without a role there
     */
    Caller actFor(Caller caller, UUID organisationId);

    /** The account's language is kept. */
    Caller speak(Caller caller, Locale locale);

    /** The caller as of now (roles may have changed); empty when the account was disabled. */
    Optional<Caller> refresh(Caller caller);

    /**
     * A number that changes when all earlier sessions of the account must end (its password was set, it was disabled).
     * Whoever keeps a session keeps it beside the caller and signs out when it differs; -1: no such account.
     */
    long sessionMark(Caller caller);

    /** A bearer token and when it ends. */
    record Token(String token, Instant expiresAt) {}

    /**
     * Issues a token for a caller that just signed in. Only its hash is kept; it ends by itself, and when the password is
     * set or the account disabled.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-PASSWORD-CHANGE} (the password must be changed first),
     *     {@code CORE-FACTOR-NEEDED} (a second factor must be set up first)
     */
    Token issueToken(Caller caller);

    /** The caller of a token; empty when unknown, expired or revoked. */
    Optional<Caller> byToken(String token, String address);

    void signedOut(Caller caller);
}
