package org.shishi.itest.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;

/** The skeleton that an author gets: made by the script, built and tested by Maven, dropped in, used, taken away. In order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewProgrammeIT {

    private static final String ID = "night-bus";
    private static final String VISITS = "/2025/night-bus/visits";

    private static AuthorsTree tree;
    private static ShishiProcess shishi;

    @BeforeAll
    static void prepare() throws IOException {
        tree = new AuthorsTree(Path.of("../..").toAbsolutePath().normalize());
    }

    @AfterAll
    static void stop() throws IOException {
        if (shishi != null) {
            shishi.close();
        }
        tree.close();
    }

    @Test
    @Order(1)
    void wrong_words_are_refused_with_a_sentence() {
        assertRefused("is no id", "Night_Bus", "夜班巴士", "2025");
        assertRefused("is no year", ID, "夜班巴士", "25");
        assertRefused("the title is empty", ID, " ", "2025");
        assertRefused("three things are needed", ID);
        assertRefused("is there already", "sample", "夜班巴士", "2025");
    }

    private static void assertRefused(String sentence, String... words) {
        String[] command = new String[words.length + 1];
        command[0] = tree.plugins().resolve("new-programme").toString();
        System.arraycopy(words, 0, command, 1, words.length);
        try {
            tree.run(command);
        } catch (IllegalStateException refusal) {
            assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
            return;
        }
        throw new AssertionError("not refused: " + sentence);
    }

    @Test
    @Order(2)
    void the_script_makes_it_and_names_it_in_the_list_of_modules() throws IOException {
        tree.run(tree.plugins().resolve("new-programme").toString(), ID, "夜班巴士", "2025");

        String modules = Files.readString(tree.plugins().resolve("pom.xml"));
        int line = modules.indexOf("<module>night-bus</module>");
        assertTrue(line > modules.indexOf("<module>break-room</module>"), modules);
        assertTrue(line < modules.indexOf("<module>sample</module>"), modules);
    }

    @Test
    @Order(3)
    void the_change_that_the_guide_describes_is_made_word_by_word() throws IOException {
        GuideSteps guide = GuideSteps.read(Path.of("../../plugins/README.md"));
        Path main = tree.plugins().resolve(ID).resolve("src/main");
        Path code = main.resolve("java/org/shishi/programme/nightbus");

        edit(main.resolve("resources/db/migration/V1__visits.sql"), "cost_fen bigint not null", guide.column());
        edit(
                code.resolve("Visit.java"),
                "public void setCostFen(Long value) {\n        costFen = value;\n    }",
                guide.attribute());
        edit(
                code.resolve("NightBusProgramme.java"),
                "Visit::setCostFen)\n                    .required()\n                    .listed())",
                guide.field());
        Files.writeString(main.resolve("resources/messages_zh.properties"), guide.chinese(), StandardOpenOption.APPEND);
        Files.writeString(main.resolve("resources/messages_en.properties"), guide.english(), StandardOpenOption.APPEND);
    }

    private static void edit(Path file, String after, String addition) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(after), file + " has no " + after);
        Files.writeString(file, text.replace(after, after + addition));
    }

    @Test
    @Order(4)
    void maven_builds_it_and_its_contract_test_passes() {
        tree.maven("package", "-f", "plugins/night-bus/pom.xml");

        assertTrue(Files.exists(jar()), jar().toString());
    }

    private static Path jar() {
        return tree.plugins().resolve("night-bus/target/night-bus-2025.1.0.jar");
    }

    @Test
    @Order(5)
    void it_is_used_and_taken_away_again() throws IOException {
        shishi = ShishiProcess.product().demo().start();
        Rest officer = Rest.as(shishi, "demo-second-level-officer");
        Path dropped = shishi.plugins().resolve("night-bus.jar");
        Path beside = shishi.plugins().resolve("night-bus.part");
        Files.copy(jar(), beside);
        Files.move(beside, dropped, StandardCopyOption.ATOMIC_MOVE);
        await("the list answers", () -> officer.get(VISITS).status() == 200);

        Rest.Answer created = officer.post(VISITS, visit(10_000));
        assertEquals(201, created.status(), created.toString());
        String address = VISITS + "/" + created.json().path("id").asString();
        assertEquals(38, officer.get(address).json().path("temperature").asInt(), "what the guide added");
        assertEquals("夜班站点", officer.get(address).json().path("place").asString(), "what went in comes out");
        assertEquals(
                java.util.List.of("NIGHT-BUS-PER-HEAD"),
                officer.post(VISITS, visit(10_000_000)).codes());
        Rest.Answer submitted = officer.post(address + "/transitions", Map.of("action", "submit"));
        assertEquals(200, submitted.status(), submitted.toString());

        Files.delete(dropped);
        await("it is gone", () -> officer.get(address).status() != 200);
        assertEquals(200, shishi.status("/health/ready"));
    }

    private static Map<String, Object> visit(int costFen) {
        return Map.of(
                "place", "夜班站点",
                "district", "310115",
                "visitedOn", "2025-07-01",
                "kind", "DRINKS",
                "people", 10,
                "costFen", costFen,
                "temperature", 38);
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }
}
