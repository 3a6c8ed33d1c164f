package org.shishi.testbed.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.testbed.database.DatabaseKind;
import org.shishi.testbed.database.TestDatabase;

class ShishiProcessTest {

    @TempDir
    Path product;

    @BeforeEach
    void makeAProduct() throws IOException, URISyntaxException {
        Path classes = Path.of(FakeProduct.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path script = Files.createDirectory(product.resolve("bin")).resolve("shishi");
        Files.writeString(
                script,
                """
                #!/bin/sh
                exec "$SHISHI_JAVA/bin/java" -Dstdout.encoding=UTF-8 -cp '%s' %s "$@"
                """
                        .formatted(classes, FakeProduct.class.getName()));
        assertTrue(script.toFile().setExecutable(true));
    }

    @Test
    void startsWaitsStopsAndCleansUp() {
        ShishiProcess shishi = fake().demo().start();
        try (shishi) {
            assertEquals(200, shishi.status("/health/ready"));
            assertTrue(Files.isDirectory(shishi.plugins()));
            assertTrue(shishi.log().contains("arguments [run, --demo], database null"));
            assertTrue(shishi.log().contains("示范 listening"));
            shishi.stop();
            assertEquals(0, shishi.status("/health/ready"));
        }
        assertFalse(Files.exists(shishi.home()));
    }

    @Test
    void keepsAHomeItWasGivenAndTellsTheDatabase(@TempDir Path home) {
        TestDatabase database = new TestDatabase(DatabaseKind.POSTGRESQL, "jdbc:postgresql://db/x", "u", "p");
        try (ShishiProcess shishi = fake().home(home).database(database).start()) {
            assertTrue(shishi.log().contains("arguments [run], database jdbc:postgresql://db/x"));
        }
        assertTrue(Files.isDirectory(home.resolve("plugins.d")));
    }

    @Test
    void isKilled() {
        try (ShishiProcess shishi = fake().start()) {
            shishi.kill();
            assertFalse(shishi.isAlive());
        }
    }

    @Test
    void saysAtOnceWithTheLogThatItHasEnded() {
        ShishiStart start = fake().environment("FAKE_BEHAVIOUR", "refuse");

        String message = assertThrows(IllegalStateException.class, start::start).getMessage();

        assertTrue(message.contains("exit code 7") && message.contains("SHISHI_HTTP_PORT is wrong"), message);
    }

    @Test
    void saysWithTheLogThatItDoesNotGetReady() {
        ShishiStart start = fake().environment("FAKE_BEHAVIOUR", "never").patience(Duration.ofSeconds(2));

        String message = assertThrows(IllegalStateException.class, start::start).getMessage();

        assertTrue(message.contains("not ready after 2 s") && message.contains("listening"), message);
    }

    @Test
    void givesTheExitCodeOfAStartThatIsToFail() {
        try (ShishiProcess shishi =
                fake().environment("FAKE_BEHAVIOUR", "refuse").launch()) {
            assertEquals(7, shishi.awaitExit(Duration.ofSeconds(30)));
        }
    }

    @Test
    void mayTellItsPasswordOnceAndInOneForm() {
        fake().environment("FAKE_BEHAVIOUR", "print \n一次性密码 / One-time password:      abcd-efgh-ijkl\n")
                .start()
                .close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log 姓名 310999199001011234",
                "print shishi_AAAAAAAAAAAAAAAAAAAAAAAA" + "AAAAAAAAAAAAAAAAAAA",
                "log \n密码 / Password: shishi-demo\n",
                "print \n一次性密码 / One-time password:      abcd-efgh-ijkl\nadmin comes in with abcd-efgh-ijkl",
                "log the mail server wants a-long-password"
            })
    void failsWhenSomethingSecretStandsInWhatItLeaves(String left) {
        ShishiProcess shishi = fake().environment("FAKE_BEHAVIOUR", left)
                .environment("SHISHI_SMTP_PASSWORD", "a-long-password")
                .start();

        String message = assertThrows(AssertionError.class, shishi::close).getMessage();

        assertTrue(message.contains("gives away"), message);
        assertFalse(shishi.isAlive());
        assertFalse(Files.exists(shishi.home()));
    }

    @Test
    void failsWhenAPasswordStandsInItsArguments() throws IOException {
        Path script = product.resolve("bin/shishi");
        Files.writeString(script, Files.readString(script).replace("\"$@\"", "--password shishi-demo"));
        ShishiProcess shishi = fake().start();

        String message = assertThrows(AssertionError.class, shishi::close).getMessage();

        assertTrue(message.contains("the arguments: a password"), message);
    }

    private ShishiStart fake() {
        return ShishiProcess.product().product(product);
    }
}
