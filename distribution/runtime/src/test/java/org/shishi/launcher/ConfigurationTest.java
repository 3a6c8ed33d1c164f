package org.shishi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void emptyHome() throws IOException {
        home = new Home(folder);
        Files.createDirectories(home.settings().getParent());
    }

    @Test
    void nothingSetIsTheDefault() {
        Configuration configuration = read(Map.of());
        assertEquals("127.0.0.1", configuration.host());
        assertEquals(8080, configuration.port());
        assertEquals("shishi-demo", configuration.demoPassword());
        assertEquals(
                new Database("jdbc:h2:file:" + folder.resolve("data/shishi") + ";DB_CLOSE_ON_EXIT=FALSE", "sa", ""),
                configuration.database());
        assertFalse(configuration.node().isEmpty());
    }

    @Test
    void theEnvironmentWinsOverTheFile() {
        write("shishi.http.port = 18100\nshishi.node = from-file\nshishi.demo.password = \n");
        Configuration configuration = read(Map.of("SHISHI_HTTP_PORT", "18101", "SHISHI_NODE", " "));
        assertEquals(18101, configuration.port());
        assertEquals("from-file", configuration.node());
        assertEquals("shishi-demo", configuration.demoPassword());
    }

    @Test
    void theFileIsUtf8() {
        write("shishi.demo.password = 实事示范\n");
        assertEquals("实事示范", read(Map.of()).demoPassword());
    }

    @Test
    void theTemplateHoldsEveryKeyAndChangesNothing() throws IOException {
        Path template = Path.of("src/main/dist/conf/shishi.properties");
        Files.copy(template, home.settings());
        assertEquals(8080, read(Map.of()).port());
        for (Setting setting : Setting.values()) {
            assertTrue(Files.readString(template).contains("\n#" + setting.key() + " ="), setting::key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "80a", "8080.5", "8 080", "99999999999"})
    void aPortIsANumberUpTo65535(String port) {
        assertRefused("shishi.http.port", Map.of("SHISHI_HTTP_PORT", port), "SHISHI_HTTP_PORT", port);
        write("shishi.http.port = " + port + "\n");
        assertRefused("shishi.http.port", Map.of(), port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "65535"})
    void thePortsAtBothEndsAreGood(String port) {
        assertEquals(
                Integer.parseInt(port), read(Map.of("SHISHI_HTTP_PORT", port)).port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "*", "10.0.0.0/8", "10.0.0.5,", "10.0.0.5 10.0.0.6"})
    void aProxyIsAnAddress(String proxies) {
        assertRefused("shishi.http.proxies", Map.of("SHISHI_HTTP_PROXIES", proxies), proxies);
    }

    @Test
    void severalProxiesAreSeparatedByCommas() {
        assertEquals("127.0.0.1, ::1", read(Map.of()).proxies());
        assertEquals(
                "10.0.0.5, fd00::5",
                read(Map.of("SHISHI_HTTP_PROXIES", "10.0.0.5, fd00::5")).proxies());
    }

    @Test
    void aKeyThatNobodyKnowsIsRefused() {
        write("shishi.htpp.port = 18100\n");
        assertRefused("shishi.htpp.port", Map.of(), "shishi.http.port");
    }

    @Test
    void aFileInAnotherEncodingIsRefused() throws IOException {
        Files.write(home.settings(), "# 实事".getBytes(Charset.forName("GBK")));
        assertRefused("UTF-8", Map.of());
    }

    @Test
    void aBrokenEscapeIsRefused() {
        write("shishi.node = \\u12\n");
        assertRefused("backslash", Map.of());
    }

    @Test
    void aFolderInPlaceOfTheFileIsRefused() throws IOException {
        Files.createDirectory(home.settings());
        assertRefused("cannot be read", Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "SHISHI_SMTP_PORT,0",
        "SHISHI_SMTP_SECURITY,ssl",
        "SHISHI_PUBLIC_URL,shishi.example.org",
        "SHISHI_PUBLIC_URL,ftp://shishi.example.org",
        "SHISHI_SMS_URL,not an address",
        "SHISHI_SMS_FOLDER,sms"
    })
    void whatLettersNeedHasTheRightForm(String variable, String value) {
        assertRefused(variable, Map.of(variable, value), value);
    }

    @ParameterizedTest
    @CsvSource({
        "SHISHI_REMINDER_BEFORE,-1",
        "SHISHI_REMINDER_BEFORE,367",
        "SHISHI_REMINDER_BEFORE,'14,,7'",
        "SHISHI_REMINDER_AFTER,0",
        "SHISHI_REMINDER_AFTER,soon",
        "SHISHI_QUIET_HOURS,21:00",
        "SHISHI_QUIET_HOURS,21:00-24:00",
        "SHISHI_DIGEST_AT,8:30",
        "SHISHI_RETRY_MINUTES,1441",
        "SHISHI_RETRY_MINUTES,0"
    })
    void whenRemindersGoOutHasTheRightForm(String variable, String value) {
        assertRefused(variable, Map.of(variable, value), value);
    }

    @Test
    void remindersGoOutAsSetOrAsTheFileShows() {
        assertEquals("14,7,3,1,0", read(Map.of()).delivery().get(Setting.REMINDER_BEFORE));
        assertEquals("21:00-08:00", read(Map.of()).delivery().get(Setting.QUIET_HOURS));
        Configuration other = read(Map.of(
                "SHISHI_REMINDER_BEFORE", "366, 0",
                "SHISHI_REMINDER_AFTER", "none",
                "SHISHI_QUIET_HOURS", "none",
                "SHISHI_RETRY_MINUTES", "1440"));
        assertEquals("366,0", other.delivery().get(Setting.REMINDER_BEFORE));
        assertEquals("", other.delivery().get(Setting.REMINDER_AFTER));
        assertEquals("", other.delivery().get(Setting.QUIET_HOURS));
        assertEquals("1440", other.delivery().get(Setting.RETRY_MINUTES));
    }

    @Test
    void aMailServerNeedsASenderAndAPasswordAUser() {
        assertRefused("shishi.smtp.from", Map.of("SHISHI_SMTP_HOST", "mail"));
        assertRefused("shishi.smtp.from", Map.of("SHISHI_SMTP_HOST", "mail", "SHISHI_SMTP_FROM", "shishi"));
        assertRefused("shishi.smtp.user", Map.of("SHISHI_SMTP_PASSWORD", "secret"));
        Configuration good = read(Map.of("SHISHI_SMTP_HOST", "mail", "SHISHI_SMTP_FROM", "shishi@example.org"));
        assertEquals("mail", good.delivery().get(Setting.SMTP_HOST));
        assertEquals("587", good.delivery().get(Setting.SMTP_PORT));
        assertEquals("starttls", good.delivery().get(Setting.SMTP_SECURITY));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:/srv/shishi,,sa",
        "jdbc:h2:mem:x,me,me",
        "jdbc:postgresql://db:5432/shishi,me,me",
        "'jdbc:postgresql://a:5432,b:5432/shishi?targetServerType=primary',me,me",
        "jdbc:postgresql:shishi,me,me",
        "jdbc:postgresql://db/shishi?user=me,,''"
    })
    void h2AndPostgresqlAreGood(String url, String user, String expectedUser) {
        Database database = read(Map.of("SHISHI_DB_URL", url, "SHISHI_DB_USER", user == null ? "" : user))
                .database();
        assertEquals(new Database(url, expectedUser, ""), database);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/shishi",
                "jdbc:h2:",
                "jdbc:postgresql://db:5432",
                "jdbc:postgresql://db:5432/",
                "postgresql://db/shishi",
                "/srv/shishi"
            })
    void otherDatabasesAreRefused(String url) {
        assertRefused("shishi.db.url", Map.of("SHISHI_DB_URL", url, "SHISHI_DB_USER", "me"), "SHISHI_DB_URL", url);
    }

    @Test
    void aPasswordInARefusedUrlIsNotShown() {
        Refusal refusal = refusal(Map.of("SHISHI_DB_URL", "jdbc:mysql://db/x?password=geheim&user=me"));
        assertFalse(refusal.getMessage().contains("geheim"), refusal::getMessage);
        assertTrue(refusal.getMessage().contains("user=me"), refusal::getMessage);
    }

    @Test
    void postgresqlNeedsAUser() {
        assertRefused("shishi.db.user", Map.of("SHISHI_DB_URL", "jdbc:postgresql://db/shishi"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node 1",
                "-node",
                "节点",
                "a/b",
                "x1234567890123456789012345678901234567890123456789012345678901234"
            })
    void aNodeHasAPlainName(String node) {
        assertRefused("shishi.node", Map.of("SHISHI_NODE", node), "SHISHI_NODE", node);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0,http://127.0.0.1:8080",
        "::,http://127.0.0.1:8080",
        "::1,http://[::1]:8080",
        "db,http://db:8080"
    })
    void theAddressCanBeCalled(String host, String url) {
        assertEquals(url, read(Map.of("SHISHI_HTTP_HOST", host)).address().url());
    }

    @Test
    void aHostThatDoesNotExistIsRefused() {
        Configuration configuration = read(Map.of("SHISHI_HTTP_HOST", "no.such.host.invalid"));
        Refusal refusal = assertThrows(Refusal.class, () -> FreePort.require(configuration));
        assertSentence(refusal, "shishi.http.host", "SHISHI_HTTP_HOST", "no.such.host.invalid");
    }

    private void assertRefused(String key, Map<String, String> environment, String... also) {
        assertSentence(refusal(environment), key, also);
    }

    private Refusal refusal(Map<String, String> environment) {
        return assertThrows(Refusal.class, () -> read(environment));
    }

    /** One sentence that names the key, the file and the rest. */
    private void assertSentence(Refusal refusal, String key, String... also) {
        String sentence = refusal.getMessage();
        assertTrue(sentence.contains(key), sentence);
        assertTrue(sentence.contains(home.settings().toString()), sentence);
        for (String part : also) {
            assertTrue(sentence.contains(part), sentence);
        }
        assertTrue(sentence.endsWith("."), sentence);
        assertEquals(1, sentence.lines().count(), sentence);
    }

    private Configuration read(Map<String, String> environment) {
        return Configuration.read(home, environment);
    }

    private void write(String text) {
        try {
            Files.writeString(home.settings(), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
