package org.shishi.core.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shishi.api.rule.Violation;

/** Which passwords people may choose: long ones that nobody would try first and none that was stolen. No rules of signs, no forced change. */
final class PasswordRules {

    static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final int SHORTEST_NAME = 4;

    private static final Pattern DECORATION = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern FEW_DIGITS = Pattern.compile("[0-9]{1,15}");
    private static final Pattern REPEATED = Pattern.compile("(.{1,5})\\1+.{0,4}");

    private final Set<String> common;

    PasswordRules() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            common = lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every reason against a password; empty: fine. */
    List<Violation> check(String userName, String password) {
        String plain = Normalizer.normalize(password, Normalizer.Form.NFKC);
        List<Violation> wrong = new ArrayList<>();
        if (plain.codePointCount(0, plain.length()) < SHORTEST) {
            wrong.add(Violation.of("CORE-PASSWORD-SHORT", "newPassword", SHORTEST));
        }
        if (plain.length() > LONGEST) {
            wrong.add(Violation.of("CORE-LENGTH", "newPassword", LONGEST));
        } else if (guessable(userName, plain.toLowerCase(Locale.ROOT))) {
            wrong.add(Violation.of("CORE-PASSWORD-COMMON", "newPassword"));
        }
        return wrong;
    }

    private boolean guessable(String userName, String password) {
        String core = DECORATION.matcher(password).replaceAll("");
        return common.contains(password)
                || common.contains(core)
                || BreachedPasswords.contain(password)
                || BreachedPasswords.contain(core)
                || userName.length() >= SHORTEST_NAME && core.contains(userName)
                || FEW_DIGITS.matcher(password).matches()
                || REPEATED.matcher(password).matches()
                || sequence(password);
    }

    /** Each character one further than the one before, or one back: abcdefghij, 9876543210. */
    private static boolean sequence(String password) {
        int up = 0;
        int down = 0;
        for (int i = 1; i < password.length(); i++) {
            int step = password.charAt(i) - password.charAt(i - 1);
            up += step == 1 ? 1 : 0;
            down += step == -1 ? 1 : 0;
        }
        return password.length() > 2 && Math.max(up, down) >= password.length() - 3;
    }
}
