package org.shishi.itest.hotplug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shishi.itest.breakroom.Room;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;

/** A programme is exchanged, removed, put back and joined by next year's while somebody works. One story, in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HotPlugIT {

    private static ShishiProcess shishi;
    private static ProgrammeJar jar;
    private static Rest officer;
    private static String room;

    @BeforeAll
    static void start() throws IOException {
        shishi = ShishiProcess.product().demo().start();
        jar = ProgrammeJar.read(file());
        officer = Rest.as(shishi, "demo-second-level-officer");
        Rest.Answer created = officer.post("/2024/break-room/rooms", Room.json());
        assertEquals(201, created.status(), created.toString());
        room = created.json().path("id").asString();
    }

    @AfterAll
    static void stop() {
        shishi.close();
    }

    private static Path file() throws IOException {
        return shishi.plugins().resolve(firstJarOf2024());
    }

    private static List<String> running() {
        return officer.get("/programmes")
                .json()
                .valueStream()
                .filter(p -> p.path("state").asString().equals("RUNNING")
                        && p.path("id").asString().equals("break-room"))
                .map(p -> p.path("id").asString() + " " + p.path("version").asString())
                .sorted()
                .toList();
    }

    private static void await(String what, java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }

    @Test
    @Order(1)
    void an_update_exchanges_the_programme_and_fails_no_request_elsewhere() throws Exception {
        AtomicBoolean go = new AtomicBoolean(true);
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        List<Integer> odd = new java.util.concurrent.CopyOnWriteArrayList<>();
        Thread others = Thread.ofPlatform().start(() -> {
            while (go.get()) {
                asked.incrementAndGet();
                if (officer.rule("R-C.1", Map.of("d", "2024-05-01")).status() != 200) {
                    failed.incrementAndGet();
                }
                int own = officer.get("/2024/break-room/rooms/" + room).status();
                if (own != 200 && own != 503) {
                    odd.add(own);
                }
            }
        });
        jar.as("2024.1.1").drop(file());
        await("2024.1.1", () -> running().equals(List.of("break-room 2024.1.1")));
        await("rooms again", () -> officer.get("/2024/break-room/rooms/" + room).status() == 200);
        go.set(false);
        others.join();
        assertTrue(asked.get() > 0);
        assertEquals(0, failed.get(), "requests outside the programme");
        assertEquals(List.of(), odd, "requests to the programme are answered or told to come back");
    }

    @Test
    @Order(2)
    void next_years_version_stands_beside_it_with_its_own_data() {
        jar.as("2025.1.0").drop(shishi.plugins().resolve("break-room-2025.jar"));
        await("both years", () -> running().equals(List.of("break-room 2024.1.1", "break-room 2025.1.0")));
        assertEquals(404, officer.get("/2025/break-room/rooms/" + room).status());
        Map<String, Object> again = Room.json();
        assertEquals(201, officer.post("/2024/break-room/rooms", again).status());
        assertEquals(
                List.of("BR-NOT-NEW"),
                officer.post("/2025/break-room/rooms", again).codes());
        again.put("projectKind", "IMPROVE");
        assertEquals(201, officer.post("/2025/break-room/rooms", again).status());
    }

    @Test
    @Order(3)
    void taken_away_it_is_gone_and_the_other_year_stays() throws IOException {
        Files.delete(shishi.plugins().resolve(firstJarOf2024()));
        await("only 2025", () -> running().equals(List.of("break-room 2025.1.0")));
        await("gone", () -> officer.get("/2024/break-room/rooms/" + room).status() != 200);
        assertEquals(404, officer.rule("R-1.4", Map.of("rooms", List.of())).status(), "its rules left with it");
        assertEquals(200, officer.get("/2025/break-room/rooms").status());
        assertEquals(200, shishi.status("/health/ready"));
    }

    private static String firstJarOf2024() throws IOException {
        try (var files = Files.list(shishi.plugins())) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.matches("break-room.*\\.jar") && !name.contains("2025"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    @Order(4)
    void put_back_its_data_is_there() {
        jar.as("2024.1.2").drop(shishi.plugins().resolve("break-room-again.jar"));
        await("back", () -> running().equals(List.of("break-room 2024.1.2", "break-room 2025.1.0")));
        await("its room", () -> officer.get("/2024/break-room/rooms/" + room).status() == 200);
    }
}
