package org.shishi.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must stand in no log of a product that these tests ran. The tests that come later search theirs in the same way with
 * {@code Secrets} of the testbed, which stands on this module.
 */
final class Untold {

    private static final Pattern FORMS = Pattern.compile(
            "(?<![0-9A-Za-z])[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx](?![0-9A-Za-z])|(?<![0-9A-Za-z.:_-])1[3-9][0-9]{9}(?![0-9A-Za-z])"
                    + "|shishi_[A-Za-z0-9_-]{43}|Bearer [A-Za-z0-9._~+/-]{20,}|-----BEGIN [A-Z ]*PRIVATE KEY-----");

    private Untold() {}

    /** @param known passwords that the product was given */
    static void search(Path home, List<String> known) throws IOException {
        Path logs = home.resolve("logs");
        if (!Files.isDirectory(logs)) {
            return;
        }
        try (Stream<Path> files = Files.walk(logs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                Matcher form = FORMS.matcher(text);
                assertFalse(form.find(), () -> file + " tells " + form.group().substring(0, 6) + "…");
                known.forEach(secret -> assertFalse(text.contains(secret), file + " tells a password"));
            }
        }
    }
}
