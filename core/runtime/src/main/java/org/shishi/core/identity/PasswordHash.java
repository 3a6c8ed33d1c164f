package org.shishi.core.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id in PHC form. The cost is OWASP's second choice (19 MiB, two passes); stored hashes carry theirs, so it can be
 * raised. No more are computed at once than there are processors: memory stays bounded when many sign in. Thread-safe.
 */
public final class PasswordHash {

    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,4}),p=(\\d{1,4})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private record Cost(int kibibytes, int passes, int lanes) {}

    private static final Cost ONE_TIME = new Cost(64, 1, 1);

    private final Cost cost;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore slots =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final String nobodys;

    public PasswordHash() {
        this(19 * 1024, 2);
    }

    /** At another cost: tests take cheap ones. */
    public PasswordHash(int kibibytes, int passes) {
        this.cost = new Cost(kibibytes, passes, 1);
        // Only its cost counts: what stands for the hash fits nothing, and computing one would hold up every start.
        this.nobodys = phc(cost, bytes(SALT_BYTES), bytes(HASH_BYTES));
    }

    public String hash(String password) {
        return hash(password, cost);
    }

    /**
     * Of a random password that is changed at its first use: nobody guesses 79 bits, however cheap a guess is, and a sheet
     * of thousands is made in seconds.
     */
    String oneTime(String password) {
        return hash(password, ONE_TIME);
    }

    private String hash(String password, Cost cost) {
        byte[] salt = bytes(SALT_BYTES);
        return phc(cost, salt, compute(password, salt, cost));
    }

    private static String phc(Cost cost, byte[] salt, byte[] hash) {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.kibibytes,
                        cost.passes,
                        cost.lanes,
                        BASE64.encodeToString(salt),
                        BASE64.encodeToString(hash));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** @param phc null when there is no such account: takes as long, and is false */
    public boolean fits(String password, String phc) {
        Matcher parts = PHC.matcher(phc == null ? nobodys : phc);
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password hash is not of the form expected");
        }
        Cost stored = new Cost(number(parts, 1), number(parts, 2), number(parts, 3));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] wanted = Base64.getDecoder().decode(parts.group(5));
        return MessageDigest.isEqual(compute(password, salt, stored), wanted) && phc != null;
    }

    /** Whether it was computed at another cost than new ones are. */
    boolean outdated(String phc) {
        return !phc.startsWith("$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(cost.kibibytes, cost.passes, cost.lanes));
    }

    private byte[] compute(String password, byte[] salt, Cost cost) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes)
                .withIterations(cost.passes)
                .withParallelism(cost.lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        slots.acquireUninterruptibly();
        try {
            generator.generateBytes(bytes(password), hash);
        } finally {
            slots.release();
        }
        return hash;
    }

    /** Full-width letters typed with a Chinese input method count as plain ones. */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
