package org.shishi.core.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.platform.ProgrammeStatus.State;
import org.shishi.core.programme.GuestJar;
import org.shishi.core.programme.House;
import org.shishi.core.programme.ProgrammeIdentity;
import org.shishi.core.sample.Await;

/** Files come into the drop folder, change and go; a real framework follows. */
@Timeout(120)
class DropTest {

    @TempDir
    Path home;

    private House house;
    private Provisioning provisioning;

    @BeforeEach
    void begin() {
        house = House.in(home, false);
        provisioning = Provisioning.in(house);
    }

    @AfterEach
    void end() {
        provisioning.close();
        house.close();
    }

    private Path drop(String file, GuestJar jar) throws IOException {
        return drop(file, jar.bytes());
    }

    private Path drop(String file, byte[] content) throws IOException {
        Path folder = home.resolve("plugins.d");
        Path beside = Files.write(folder.resolve("." + file + ".part"), content);
        return Files.move(
                beside,
                folder.resolve(file),
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private ProgrammeStatus await(String file, Predicate<ProgrammeStatus> wanted) {
        Await.until(file + " in " + provisioning.statuses(), () -> of(file).filter(wanted)
                .isPresent());
        return of(file).orElseThrow();
    }

    private Optional<ProgrammeStatus> of(String file) {
        return provisioning.statuses().stream()
                .filter(status -> file.equals(status.file()))
                .findFirst();
    }

    private static Predicate<ProgrammeStatus> running(String version) {
        return status -> status.state() == State.RUNNING && status.version().equals(version);
    }

    private Bundle bundle(String edition) {
        return provisioning.bundle(edition).orElseThrow();
    }

    private List<String> live() throws InvalidSyntaxException {
        return house.framework().context().getServiceReferences(LiveProgramme.class, null).stream()
                .map(reference ->
                        reference.getProperty("programme.id") + " " + reference.getProperty("programme.version"))
                .sorted()
                .toList();
    }

    @Test
    void aDroppedJarRunsAndARemovedOneLeavesItsDataBehind() throws Exception {
        Path file = drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        ProgrammeStatus status = await("sample.jar", running("2026.1.0"));
        assertEquals("sample", status.id());
        assertEquals(2026, status.year());
        assertEquals("Sample 2026.1.0", status.title().en());
        assertNull(status.reason());

        Files.delete(file);

        Await.until("removed", () -> provisioning.statuses().stream()
                .anyMatch(each -> each.state() == State.REMOVED && each.id().equals("sample")));
        assertTrue(live().isEmpty());
        assertTrue(provisioning.bundle("sample/2026").isEmpty());
        assertEquals(0L, house.count("sample_2026.note"), "the table is still there");
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOldOneAndNobodyElseNotices() throws Exception {
        drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        drop("other.jar", GuestJar.of("other", "2026.1.0"));
        await("sample.jar", running("2026.1.0"));
        await("other.jar", running("2026.1.0"));
        Bundle sample = bundle("sample/2026");
        Bundle other = bundle("other/2026");
        ServiceReference<?> others = liveReference("other");
        long touched = other.getLastModified();

        drop("sample.jar", GuestJar.of("sample", "2026.1.1"));

        await("sample.jar", running("2026.1.1"));
        assertEquals(sample, bundle("sample/2026"), "the same bundle");
        assertEquals(List.of("other 2026.1.0", "sample 2026.1.1"), live());
        assertEquals(others, liveReference("other"), "published all the time");
        assertEquals(touched, other.getLastModified());
    }

    private ServiceReference<LiveProgramme> liveReference(String id) throws InvalidSyntaxException {
        return house.framework()
                .context()
                .getServiceReferences(LiveProgramme.class, "(programme.id=" + id + ")")
                .iterator()
                .next();
    }

    @Test
    void nextYearStandsBesideThisYear() throws Exception {
        drop("sample-2026.jar", GuestJar.of("sample", "2026.1.0"));
        drop("sample-2027.jar", GuestJar.of("sample", "2027.1.0"));

        await("sample-2026.jar", running("2026.1.0"));
        await("sample-2027.jar", running("2027.1.0"));
        assertEquals(List.of("sample 2026.1.0", "sample 2027.1.0"), live());
    }

    @Test
    void ofTwoVersionsTheHigherOneRunsUntilItsFileGoes() throws Exception {
        drop("a.jar", GuestJar.of("sample", "2026.1.0"));
        Path higher = drop("b.jar", GuestJar.of("sample", "2026.1.1"));
        await("b.jar", running("2026.1.1"));
        ProgrammeStatus beaten = await("a.jar", status -> status.state() == State.REFUSED);
        assertTrue(beaten.reason().en().contains("b.jar"), beaten.reason().en());

        Files.delete(higher);

        await("a.jar", running("2026.1.0"));
        assertEquals(List.of("sample 2026.1.0"), live());
    }

    @ParameterizedTest
    @CsvSource({"throws, wanted: no description", "silent, offers no programme", "start-fails, wanted: the bundle"})
    void aVersionThatDoesNotComeUpIsTakenBack(String behaviour, String said) throws Exception {
        drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        await("sample.jar", running("2026.1.0"));

        drop("sample.jar", GuestJar.of("sample", "2026.1.1").behaving(behaviour));

        ProgrammeStatus back =
                await("sample.jar", status -> status.reason() != null && status.state() == State.RUNNING);
        assertEquals("2026.1.0", back.version());
        assertTrue(back.reason().en().contains("2026.1.1"), back.reason().en());
        assertTrue(back.reason().en().contains(said), back.reason().en());
        assertEquals(List.of("sample 2026.1.0"), live());

        drop("sample.jar", GuestJar.of("sample", "2026.1.2"));
        assertNull(await("sample.jar", running("2026.1.2")).reason());
    }

    @Test
    void aFirstVersionThatDoesNotComeUpFailsAndIsTriedAgainWhenItChanges() throws Exception {
        drop("sample.jar", GuestJar.of("sample", "2026.1.0").behaving("throws"));
        ProgrammeStatus failed = await("sample.jar", status -> status.state() == State.FAILED);
        assertTrue(
                failed.reason().en().contains("wanted: no description"),
                failed.reason().en());

        drop("sample.jar", GuestJar.of("sample", "2026.1.0"));

        await("sample.jar", running("2026.1.0"));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> bad() {
        return Stream.of(
                bad(GuestJar.of("sample", "2026.1.1").without("Shishi-Programme"), "is no programme"),
                bad(GuestJar.of("sample", "2026.1.1").header("Shishi-Programme", "Sample!"), "is no programme"),
                bad(GuestJar.of("sample", "1.0.0"), "the major version is the year"),
                bad(GuestJar.of("sample", "2026.1.1").header("Bundle-SymbolicName", "x"), "Bundle-SymbolicName"),
                bad(GuestJar.of("sample", "2026.1.1").header("Export-Package", "org.x"), "must not export"),
                bad(GuestJar.of("sample", "2026.1.1").header("Fragment-Host", "org.x"), "must not have Fragment-Host"),
                bad(
                        GuestJar.of("sample", "2026.1.1").header("Require-Bundle", "org.x"),
                        "must not have Require-Bundle"),
                bad(
                        GuestJar.of("sample", "2026.1.1").header("DynamicImport-Package", "*"),
                        "must not have DynamicImport-Package"),
                bad(
                        GuestJar.of("sample", "2026.1.1").header("Import-Package", "org.x;version=\"nonsense\""),
                        "Import-Package in the manifest cannot be understood"),
                bad(GuestJar.of("sample", "2026.1.1").file("../outside.txt", "x"), "odd name"),
                bad(GuestJar.of("sample", "2026.1.1").file("C:/outside.txt", "x"), "odd name"),
                bad(
                        GuestJar.of("sample", "2026.1.1").header("Import-Package", "org.shishi.core.rule"),
                        "internal package"),
                bad(
                        GuestJar.of("sample", "2026.1.1")
                                .header("Import-Package", "org.shishi.api.text;version=\"[2.0,3)\""),
                        "The programme needs org.shishi.api.text"));
    }

    private static org.junit.jupiter.params.provider.Arguments bad(GuestJar jar, String said) {
        return org.junit.jupiter.params.provider.Arguments.of(jar, said);
    }

    @ParameterizedTest
    @MethodSource
    void bad(GuestJar jar, String said, org.junit.jupiter.api.TestInfo info) throws Exception {
        drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        await("sample.jar", running("2026.1.0"));
        long started = bundle("sample/2026").getLastModified();

        drop("new.jar", jar);

        ProgrammeStatus refused = await("new.jar", status -> status.state() == State.REFUSED);
        assertTrue(refused.reason().en().contains(said), refused.reason().en());
        assertFalse(refused.reason().zh().isBlank());
        assertEquals(List.of("sample 2026.1.0"), live());
        assertEquals(started, bundle("sample/2026").getLastModified(), info.getDisplayName());
    }

    @Test
    void aRunningProgrammeKeepsRunningWhenItsFileTurnsBad() throws Exception {
        drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        await("sample.jar", running("2026.1.0"));

        drop("sample.jar", "no jar".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        ProgrammeStatus kept = await("sample.jar", status -> status.reason() != null);
        assertEquals(State.RUNNING, kept.state());
        assertTrue(kept.reason().en().contains("damaged"), kept.reason().en());
        assertEquals(List.of("sample 2026.1.0"), live());
    }

    @Test
    void anUnresolvableVersionIsNamedAndTakenBack() throws Exception {
        drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        await("sample.jar", running("2026.1.0"));

        drop("sample.jar", GuestJar.of("sample", "2026.1.1").header("Import-Package", "org.example.nowhere"));

        ProgrammeStatus back =
                await("sample.jar", status -> status.reason() != null && status.state() == State.RUNNING);
        assertEquals("2026.1.0", back.version());
        assertTrue(
                back.reason().en().contains("org.example.nowhere"),
                back.reason().en());
        assertEquals(List.of("sample 2026.1.0"), live());
    }

    @Test
    void aVersionWhoseMigrationFailsIsTakenBackAndItsMendedSuccessorRuns() throws Exception {
        String script = "db/migration/V2__more.sql";
        drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        await("sample.jar", running("2026.1.0"));

        drop("sample.jar", GuestJar.of("sample", "2026.1.1").file(script, "create tabel more (id uuid);"));

        ProgrammeStatus back =
                await("sample.jar", status -> status.reason() != null && status.state() == State.RUNNING);
        assertEquals("2026.1.0", back.version());
        assertTrue(
                back.reason().en().contains("could not be brought up to date"),
                back.reason().en());
        assertEquals(List.of("sample 2026.1.0"), live());

        drop("sample.jar", GuestJar.of("sample", "2026.1.2").file(script, "create table more (id uuid);"));

        await("sample.jar", running("2026.1.2"));
        assertEquals(0L, house.count("sample_2026.more"));
    }

    @Test
    void aVersionThatChangesAScriptThatRanIsTakenBackAndTheScriptNamed() throws Exception {
        String script = "db/migration/V2__more.sql";
        drop("sample.jar", GuestJar.of("sample", "2026.1.0").file(script, "create table more (id uuid);"));
        await("sample.jar", running("2026.1.0"));

        drop("sample.jar", GuestJar.of("sample", "2026.1.1").file(script, "create table more (id uuid, no integer);"));

        ProgrammeStatus back =
                await("sample.jar", status -> status.reason() != null && status.state() == State.RUNNING);
        assertEquals("2026.1.0", back.version());
        assertTrue(
                back.reason().en().contains("V2__more.sql has run already"),
                back.reason().en());
        assertTrue(back.reason().zh().contains("V2__more.sql"), back.reason().zh());
    }

    @Test
    void anOlderVersionIsTakenWhenTheFileSaysSo() throws Exception {
        drop("sample.jar", GuestJar.of("sample", "2026.1.1"));
        await("sample.jar", running("2026.1.1"));

        drop("sample.jar", GuestJar.of("sample", "2026.1.0"));

        await("sample.jar", running("2026.1.0"));
    }

    @Test
    void theSameVersionWithOtherContentIsTaken() throws Exception {
        drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        await("sample.jar", running("2026.1.0"));

        drop(
                "sample.jar",
                GuestJar.of("sample", "2026.1.0").file("messages_en.properties", "programme.title=Rebuilt\n"));

        await("sample.jar", status -> status.title().en().equals("Rebuilt") && status.state() == State.RUNNING);
    }

    @Test
    void whatRanBeforeARestartRunsAgainEvenWhenTheNewFileDoesNot() throws Exception {
        drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        await("sample.jar", running("2026.1.0"));
        restart(() -> drop("sample.jar", GuestJar.of("sample", "2026.1.1").behaving("throws")));

        ProgrammeStatus back =
                await("sample.jar", status -> status.reason() != null && status.state() == State.RUNNING);

        assertEquals("2026.1.0", back.version());
        assertEquals(List.of("sample 2026.1.0"), live());
    }

    @Test
    void aStoppedProgrammeStaysStoppedOverARestart() throws Exception {
        drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        await("sample.jar", running("2026.1.0"));
        provisioning.switchTo("sample", 2026, true);
        assertEquals(State.STOPPED, of("sample.jar").orElseThrow().state());
        assertTrue(live().isEmpty());

        restart(() -> {});

        await("sample.jar", status -> status.state() == State.STOPPED);
        assertTrue(live().isEmpty());
        provisioning.switchTo("sample", 2026, false);
        assertEquals(State.RUNNING, of("sample.jar").orElseThrow().state());
    }

    @Test
    void aStopOnAnotherNodeIsFollowed() throws Exception {
        drop("sample.jar", GuestJar.of("sample", "2026.1.0"));
        await("sample.jar", running("2026.1.0"));
        ProgrammeIdentity identity = new ProgrammeIdentity("sample", Version.parseVersion("2026.1.0"));

        house.known().stopped(identity, null, true);
        await("sample.jar", status -> status.state() == State.STOPPED);
        assertTrue(live().isEmpty());

        house.known().stopped(identity, null, false);
        await("sample.jar", running("2026.1.0"));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void restart(Work meanwhile) throws IOException {
        provisioning.close();
        house.restart();
        meanwhile.run();
        provisioning = Provisioning.in(house);
    }
}
