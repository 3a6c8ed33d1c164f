package org.shishi.core.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.SecondFactor.State;
import org.shishi.api.text.Normal;
import org.shishi.core.crypto.FieldCipher;

/** Second factors: who needs one, and whether a code is right. Secrets are sealed like personal data. */
final class Factors {

    /** Whoever holds one of these needs a second factor. */
    private static final Set<Right> GRAVE = Set.of(Right.UNMASK, Right.APPROVE, Right.PLATFORM);

    private static final int CODES = 10;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int CODE_LENGTH = 12;
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FieldCipher cipher;
    private final Clock clock;
    private final boolean required;

    /** @param required whether those who hold grave rights must have one here */
    Factors(FieldCipher cipher, Clock clock, boolean required) {
        this.cipher = cipher;
        this.clock = clock;
        this.required = required;
    }

    State state(Handle handle, Caller caller) {
        if (enrolled(handle, caller.accountId())) {
            return State.ENROLLED;
        }
        boolean grave = GRAVE.stream().anyMatch(caller::mayAnywhere);
        return required && grave && !caller.system() ? State.NEEDED : State.NONE;
    }

    boolean enrolled(Handle handle, UUID account) {
        return new FactorRows(handle)
                .find(account)
                .filter(FactorRows.Stored::confirmed)
                .isPresent();
    }

    /** Not yet in force. */
    byte[] begin(Handle handle, UUID account) {
        byte[] secret = Totp.secret();
        new FactorRows(handle)
                .begin(account, cipher.seal(place(account), HexFormat.of().formatHex(secret)));
        return secret;
    }

    boolean confirm(Handle handle, UUID account, String code) {
        FactorRows rows = new FactorRows(handle);
        boolean right = rows.find(account)
                .filter(stored -> !stored.confirmed())
                .filter(stored -> taken(rows, account, stored, digits(code)))
                .isPresent();
        if (right) {
            rows.confirm(account, OffsetDateTime.now(clock));
        }
        return right;
    }

    /** A code of the authenticator, or a recovery code that is used up by this. */
    boolean right(Handle handle, UUID account, String code) {
        FactorRows rows = new FactorRows(handle);
        String typed = digits(code);
        return SIX_DIGITS.matcher(typed).matches()
                ? rows.find(account)
                        .filter(FactorRows.Stored::confirmed)
                        .filter(stored -> taken(rows, account, stored, typed))
                        .isPresent()
                : rows.useRecoveryCode(account, hash(account, typed));
    }

    /** New ones in place of all earlier ones. */
    List<String> recoveryCodes(Handle handle, UUID account) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            StringBuilder code = new StringBuilder();
            for (int at = 0; at < CODE_LENGTH; at++) {
                code.append(at > 0 && at % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
            }
            codes.add(code.toString());
        }
        new FactorRows(handle)
                .recoveryCodes(
                        account,
                        codes.stream().map(code -> hash(account, digits(code))).toList());
        return codes;
    }

    private boolean taken(FactorRows rows, UUID account, FactorRows.Stored stored, String code) {
        byte[] secret = HexFormat.of().parseHex(cipher.open(place(account), stored.secret()));
        OptionalLong step = Totp.accepted(secret, code, clock.instant(), stored.lastStep());
        return step.isPresent() && rows.take(account, step.getAsLong());
    }

    /** As it is compared: without what people put between groups. */
    private static String digits(String code) {
        return Normal.text(code).toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    private static String hash(UUID account, String code) {
        return Digests.sha256(account + "/" + code);
    }

    private static String place(UUID account) {
        return "second_factor/secret/" + account;
    }
}
