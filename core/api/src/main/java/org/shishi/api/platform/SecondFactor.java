package org.shishi.api.platform;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/**
 * One-time codes of an authenticator (RFC 6238: SHA-1, six digits, 30 seconds) beside the password. Everybody may have
 * one; who may see unmasked data, approve or run the platform must, unless the installation says otherwise (key
 * {@code shishi.second.factor}; a demonstration does). An OSGi service, thread-safe.
 */
@ProviderType
public interface SecondFactor {

    enum State {
        /** Not there, and nobody asks for it. */
        NONE,
        /** Not there, but must be set up before anything else. */
        NEEDED,
        ENROLLED
    }

    /**
     * A secret that counts only after {@link #confirm}.
     *
     * @param secret base 32, in groups of four, for typing
     * @param uri {@code otpauth://…}, for a QR code
     */
    record Enrolment(String secret, String uri) {}

    State state(Caller caller);

    /**
     * A new secret; an enrolled one keeps counting until the new one is confirmed.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FACTOR-ENROLLED} (remove it first)
     */
    Enrolment begin(Caller caller);

    /**
     * Puts the secret of {@link #begin} in force.
     *
     * @param code the first one
     * @return recovery codes, each for one sign-in without the authenticator; shown once
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FACTOR-CODE}, {@code CORE-LOGIN-LOCKED}
     */
    List<String> confirm(Caller caller, String code);

    /**
     * Asks for a code after a sign-in that did not (by OpenID Connect, with a password only).
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FACTOR-CODE}, {@code CORE-LOGIN-LOCKED}
     */
    void prove(Caller caller, String code);

    /**
     * New recovery codes in place of all earlier ones.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FACTOR-CODE}, {@code CORE-LOGIN-LOCKED}
     */
    List<String> recoveryCodes(Caller caller, String code);

    /** How many recovery codes are left. */
    int recoveryCodesLeft(Caller caller);

    /**
     * Back to the password alone, as far as that is enough.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FACTOR-CODE}, {@code CORE-LOGIN-LOCKED}
     */
    void remove(Caller caller, String code);
}
