package org.shishi.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a browser comes from, tried with programs that only pretend to be one. */
class ChromiumTest {

    @TempDir
    Path folder;

    private final List<String> installed = new ArrayList<>();

    @Test
    void takesTheOneThatIsNamed() throws IOException {
        Path named = program("my-browser", 0);

        assertEquals(
                named,
                chromium(Map.of("CHROME_BIN", named.toString()), false, true).executable());
    }

    @Test
    void refusesANamedOneThatDoesNotStart() throws IOException {
        Path named = program("my-browser", 1);
        Chromium chromium = chromium(Map.of("CHROME_BIN", named.toString()), true, true);

        assertTrue(assertThrows(IllegalStateException.class, chromium::executable)
                .getMessage()
                .startsWith("CHROME_BIN is " + named));
    }

    @Test
    void passesOverOneThatDoesNotStart() throws IOException {
        program("chromium", 1);
        Path other = program("google-chrome", 0);

        assertEquals(
                other, chromium(Map.of("PATH", folder.toString()), false, true).executable());
        assertEquals(List.of(), installed);
    }

    @Test
    void installsWhereItMay() {
        assertEquals(folder.resolve("chromium"), chromium(Map.of(), true, true).executable());
        assertEquals(List.of("chromium", "fonts-noto-cjk"), installed);
    }

    @Test
    void installsAMissingFontToo() throws IOException {
        program("chromium", 0);

        chromium(Map.of(), true, false).executable();

        assertEquals(List.of("chromium", "fonts-noto-cjk"), installed);
    }

    @Test
    void saysInOneSentenceWhatIsMissing() {
        Chromium chromium = chromium(Map.of(), false, true);

        assertEquals(
                Chromium.MISSING,
                assertThrows(IllegalStateException.class, chromium::executable).getMessage());
    }

    private Chromium chromium(Map<String, String> environment, boolean canInstall, boolean font) {
        return new Chromium(environment, List.of(folder.toString()), new PackageManager() {
            @Override
            public boolean canInstall() {
                return canInstall;
            }

            @Override
            public String install(List<String> packages) {
                installed.addAll(packages);
                try {
                    program("chromium", 0);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return "done";
            }

            @Override
            public boolean hasChineseFont() {
                return font;
            }
        });
    }

    private Path program(String name, int exitCode) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\nexit " + exitCode + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
