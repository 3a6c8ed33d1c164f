package org.shishi.core.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.ProgrammeStatus.State;
import org.shishi.api.programme.ProgrammeOfflineException;

@Timeout(120)
class ProgrammeHostTest {

    private static final Duration SILENCE = Duration.ofMillis(300);

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void begin() {
        house = House.in(folder, false);
    }

    @AfterEach
    void end() {
        house.close();
    }

    private SeenProgramme start(GuestJar jar) throws BundleException {
        Bundle bundle = house.framework().install(jar);
        bundle.start();
        return house.host().awaitSettled(bundle, SILENCE);
    }

    private String ask(String question) throws InvalidSyntaxException {
        return ask("sample", question);
    }

    @SuppressWarnings("unchecked") // the guest registers nothing else under this name
    private String ask(String id, String question) throws InvalidSyntaxException {
        ServiceReference<?> reference = house.framework()
                .context()
                .getServiceReferences(UnaryOperator.class, "(guest=" + id + ")")
                .iterator()
                .next();
        UnaryOperator<String> guest =
                (UnaryOperator<String>) house.framework().context().getService(reference);
        return guest.apply(question);
    }

    private Collection<ServiceReference<LiveProgramme>> live() throws InvalidSyntaxException {
        return house.framework().context().getServiceReferences(LiveProgramme.class, null);
    }

    @Test
    void aGoodGuestIsPublishedWithEverythingItNeeds() throws Exception {
        SeenProgramme seen = start(GuestJar.of("sample", "2026.1.0"));

        assertEquals(State.RUNNING, seen.state());
        assertEquals("Sample 2026.1.0", seen.title().en());
        assertNull(seen.reason());
        ServiceReference<LiveProgramme> reference = live().iterator().next();
        assertEquals("sample", reference.getProperty("programme.id"));
        assertEquals(2026, reference.getProperty("programme.year"));
        assertEquals("2026.1.0", reference.getProperty("programme.version"));
        LiveProgramme live = house.framework().context().getService(reference);
        assertEquals(seen.bundle().getBundleId(), live.bundleId());
        assertEquals(2026, live.context().year());
        assertEquals("sample", live.descriptor().id());
        assertEquals(live.descriptor(), live.context().descriptor());
        assertEquals("[sample/2026]", house.rules().offered().toString());

        assertEquals("Sample 2026.1.0", ask("title"));
        assertEquals("7", ask("target"));
        assertEquals("sample_2026", ask("schema"));
        assertEquals("0", ask("count"));
        ask("hello");
        assertEquals("1", ask("count"));
    }

    @Test
    void whenItLeavesAllOfItLeavesButItsData() throws Exception {
        SeenProgramme seen = start(GuestJar.of("sample", "2026.1.0"));
        ask("hello");
        LiveProgramme live =
                house.framework().context().getService(live().iterator().next());

        seen.bundle().stop();

        assertTrue(live().isEmpty());
        assertTrue(house.rules().offered().isEmpty());
        assertEquals(
                State.STOPPED, house.host().seen(seen.bundle()).orElseThrow().state());
        assertThrows(ProgrammeOfflineException.class, () -> live.context().edition());
        assertThrows(ProgrammeOfflineException.class, () -> live.context().database());

        seen.bundle().start();
        assertTrue(house.host().awaitSettled(seen.bundle(), SILENCE).running());
        assertEquals("1", ask("count"));
    }

    @Test
    void nothingOfAGuestThatWasUninstalledIsHeldBack() throws Exception {
        WeakReference<ClassLoader> loader = startUseAndUninstall();

        while (loader.get() != null) {
            System.gc();
            Thread.onSpinWait();
        }
    }

    private WeakReference<ClassLoader> startUseAndUninstall() throws Exception {
        Bundle bundle = start(GuestJar.of("sample", "2026.1.0")).bundle();
        ask("hello");
        WeakReference<ClassLoader> loader =
                new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader());
        bundle.uninstall();
        house.framework().context().getBundle(0).adapt(FrameworkWiring.class).refreshBundles(java.util.Set.of(bundle));
        return loader;
    }

    @Test
    void twoYearsStandSideBySideEachWithItsOwnData() throws Exception {
        start(GuestJar.of("sample", "2026.1.0"));
        ask("hello");
        GuestJar next = GuestJar.of("sample", "2027.1.0");
        next.file("edition.yaml", "state: DRAFT\nparameters:\n");
        assertTrue(start(next).running());

        assertEquals(2, live().size());
        assertEquals("[sample/2026, sample/2027]", house.rules().offered().toString());
        assertEquals(1L, house.count("sample_2026.note"));
        assertEquals(0L, house.count("sample_2027.note"));
    }

    @Test
    void ofTwoOfTheSameYearTheHigherVersionRuns() throws Exception {
        SeenProgramme first = start(GuestJar.of("sample", "2026.1.0"));
        SeenProgramme second =
                start(GuestJar.of("sample", "2026.1.2").header("Bundle-SymbolicName", "org.shishi.programme.b"));
        SeenProgramme third =
                start(GuestJar.of("sample", "2026.1.1").header("Bundle-SymbolicName", "org.shishi.programme.c"));

        assertTrue(second.running());
        assertEquals(State.REFUSED, third.state());
        assertTrue(third.reason().en().contains("2026.1.2"), third.reason().en());
        SeenProgramme pushedOut = house.host().seen(first.bundle()).orElseThrow();
        assertEquals(State.REFUSED, pushedOut.state());
        assertEquals(1, live().size());

        second.bundle().stop();

        assertTrue(house.host().awaitSettled(third.bundle(), SILENCE).running());
        assertEquals(
                State.REFUSED, house.host().seen(first.bundle()).orElseThrow().state());
    }

    @ParameterizedTest
    @CsvSource({
        "throws, wanted: no description",
        "nothing, gave no description",
        "blocks, did not describe itself",
        "other-id, somebody-else",
        "silent, offers no programme"
    })
    void aBadGuestFailsWithAReasonAndHarmsNobody(String behaviour, String said) throws Exception {
        start(GuestJar.of("sample", "2026.1.0"));
        SeenProgramme bad = start(GuestJar.of("bad", "2026.1.0").behaving(behaviour));

        assertEquals(State.FAILED, bad.state());
        assertTrue(bad.reason().en().contains(said), bad.reason().en());
        assertFalse(bad.reason().zh().isBlank());
        assertEquals(1, live().size());
        assertEquals("7", ask("target"));
        if (!behaviour.equals("silent")) {
            assertThrows(ProgrammeOfflineException.class, () -> ask("bad", "target"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "edition.yaml | ''                                    | it is empty",
                "edition.yaml |                                       | lacks the file",
                "edition.yaml | state: PUBLISHED                      | RUNNING",
                "edition.yaml | state: OPEN                           | state is 'OPEN'",
                "messages_en.properties |                             | programme.title",
                "db/migration/V1__note.sql | create table note (id uuid, words) | The tables of bad_2026",
                "db/migration/V2__more.sql | alter table nobody add x integer   | The tables of bad_2026",
                "db/migration/more.sql     | select 1                           | The tables of bad_2026",
            })
    void aBadFileIsNamed(String file, String content, String said) throws Exception {
        SeenProgramme bad = start(GuestJar.of("bad", "2026.1.0").file(file, content));

        if (said.equals("RUNNING")) {
            assertTrue(bad.running());
            return;
        }
        assertEquals(State.FAILED, bad.state());
        assertTrue(bad.reason().en().contains(said), bad.reason().en());
    }

    @Test
    void anEntityThatTheBundleLacksIsNamed() throws Exception {
        SeenProgramme bad = start(GuestJar.of("bad", "2026.1.0").header("Shishi-Entities", "org.example.Nobody"));

        assertEquals(State.FAILED, bad.state());
        assertTrue(
                bad.reason().en().contains("org.example.Nobody"), bad.reason().en());
    }

    @Test
    void rulesThatCannotBeTakenAreTold() throws Exception {
        house.rules().refuseWith("R-9.9 stands twice");
        SeenProgramme bad = start(GuestJar.of("bad", "2026.1.0"));

        assertEquals(State.FAILED, bad.state());
        assertTrue(
                bad.reason().en().contains("R-9.9 stands twice"), bad.reason().en());
    }

    @Test
    void aProgrammeWithoutTablesIsWelcome() throws Exception {
        SeenProgramme plain = start(
                GuestJar.of("plain", "2026.1.0").without("Shishi-Entities").file("db/migration/V1__note.sql", null));

        assertTrue(plain.running(), () -> plain.reason().en());
        assertEquals("plain_2026", ask("plain", "schema"));
    }

    @Test
    void whatItWasCalledIsKnownAfterItHasGone() throws Exception {
        SeenProgramme seen = start(GuestJar.of("sample", "2026.1.0"));
        seen.bundle().uninstall();

        KnownProgrammes.Known known =
                house.known().find(seen.identity().edition()).orElseThrow();
        assertEquals("2026.1.0", known.version());
        assertEquals("Sample 2026.1.0", known.title().en());
        assertFalse(known.stopped());
        assertNotNull(known.changedAt());
        assertTrue(house.host().seen(seen.bundle()).isEmpty());
    }
}
