package org.shishi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs {@code lib/find-java.sh} against folders that look like JDKs. */
class FindJavaTest {

    private static final Path SCRIPT = Path.of("src/main/dist/lib/find-java.sh").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void theVariableComesFirst() throws Exception {
        Path own = jdk("own", "21.0.4");
        Path other = jdk("other", "25.0.3");
        assertFound(own, Map.of("SHISHI_JAVA", own.toString(), "JAVA_HOME", other.toString()));
        assertFound(own, Map.of("SHISHI_JAVA", own.resolve("bin/java").toString()));
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_402", "17.0.15", "20"})
    void anOldJavaInTheVariableIsRefused(String version) throws Exception {
        Path old = jdk("old", version);
        Result result = find(Map.of(
                "SHISHI_JAVA", old.toString(), "JAVA_HOME", jdk("new", "25").toString()));
        assertEquals(1, result.code());
        assertTrue(result.text().contains("SHISHI_JAVA is " + old), result::text);
    }

    @Test
    void aVariableThatNamesNothingIsRefused() throws Exception {
        Result result = find(Map.of("SHISHI_JAVA", folder.resolve("nothing").toString()));
        assertEquals(1, result.code());
        assertTrue(result.text().contains("SHISHI_JAVA"), result::text);
    }

    @Test
    void javaHomeComesBeforeThePath() throws Exception {
        Path home = jdk("home", "21");
        Path path = jdk("path", "25");
        assertFound(home, Map.of("JAVA_HOME", home.toString(), "PATH", path + "/bin"));
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        Path home = jdk("home", "17.0.15");
        Path path = jdk("path", "21-ea");
        assertFound(path, Map.of("JAVA_HOME", home.toString(), "PATH", path + "/bin"));
    }

    @Test
    void withoutAReleaseFileTheJavaIsAsked() throws Exception {
        Path path = jdk("path", null);
        executable(path.resolve("bin/java"), "#!/bin/sh\necho 'openjdk version \"22.0.1\" 2024-04-16' >&2\n");
        assertFound(path, Map.of("PATH", path + "/bin"));
    }

    @Test
    void theNewestOfTheUsualPlacesIsTaken() throws Exception {
        jdk("places/a jdk", "21.0.9");
        Path newest = jdk("places/b jdk", "25.0.3");
        jdk("places/c", "17.0.15");
        Files.createDirectories(folder.resolve("places/empty"));
        assertFound(newest, Map.of("PATH", jdk("path", "17").resolve("bin").toString()));
    }

    @Test
    void withoutAnyItSaysSo() throws Exception {
        jdk("places/old", "17.0.15");
        Result result = find(Map.of());
        assertEquals(1, result.code());
        assertTrue(result.text().contains("Shishi needs Java 21 or newer"), result::text);
        assertTrue(result.text().contains("SHISHI_JAVA"), result::text);
    }

    private void assertFound(Path jdk, Map<String, String> environment) throws Exception {
        assertEquals(new Result(0, jdk.resolve("bin/java") + "\n"), find(environment));
    }

    private record Result(int code, String text) {}

    /** The usual places of this machine are replaced: what it has installed must not decide the test. */
    private Result find(Map<String, String> environment) throws IOException, InterruptedException {
        String script = "set -eu; . '" + SCRIPT + "'; java_usual_places() { for each in '" + folder
                + "'/places/*; do echo \"$each\"; done; }; find_java || exit 1; echo \"$java\"";
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(new HashMap<>(Map.of("PATH", folder.toString())));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), text);
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        executable(jdk.resolve("bin/java"), "#!/bin/sh\nexit 3\n");
        if (version != null) {
            Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        }
        return jdk;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
