package org.shishi.core.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.ProgrammeAdmin.Plan;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.platform.ProgrammeStatus.State;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Text;
import org.shishi.core.permission.PrintedMatrix;
import org.shishi.core.permission.PrintedMatrix.Cell;
import org.shishi.core.programme.GuestJar;
import org.shishi.core.programme.House;
import org.shishi.core.text.CoreMessages;

@Timeout(120)
class ProgrammeAdminTest {

    private static final String SECOND = "create table more (id uuid primary key);\n";

    @TempDir
    Path home;

    private final List<String> audited = new ArrayList<>();
    private House house;
    private Provisioning provisioning;
    private ProgrammeAdmin admin;

    @BeforeEach
    void begin() {
        house = House.in(home, false);
        provisioning = Provisioning.in(house);
        admin = new ProgrammeAdminService(
                provisioning.provisioner(),
                house.databases(),
                new CoreMessages(),
                (caller, action, object, reason, details) -> audited.add(action + " " + object + " " + details));
    }

    @AfterEach
    void end() {
        provisioning.close();
        house.close();
    }

    private static Caller caller(Role role) {
        return caller(role, OrgType.CITY);
    }

    private static Caller caller(Role role, OrgType type) {
        UUID city = UUID.randomUUID();
        Organisation organisation =
                new Organisation(city, type, "样例市总工会", List.of(), null, city + "/", null, false, null, null);
        return new Caller(
                UUID.randomUUID(),
                "样例管理员",
                organisation,
                Map.of(Caller.EVERY_PROGRAMME, Set.of(role)),
                Locale.SIMPLIFIED_CHINESE,
                "192.0.2.1");
    }

    private static final Caller ADMIN = caller(Role.PLATFORM_ADMIN);

    private ProgrammeStatus install(GuestJar jar) {
        return admin.install(ADMIN, "upload.jar", jar.stream());
    }

    private static List<String> words(Plan plan) {
        return plan.notes().stream().map(Text::en).toList();
    }

    @Test
    void installsExchangesStopsStartsAndRemovesWithAnEntryForEach() throws Exception {
        assertEquals(State.RUNNING, install(GuestJar.of("sample", "2026.1.0")).state());
        ProgrammeStatus exchanged = install(GuestJar.of("sample", "2026.1.1"));
        assertEquals("2026.1.1", exchanged.version());
        assertEquals(List.of("sample-2026.jar"), jars(), "one file for a programme and year");
        assertEquals(State.STOPPED, admin.stop(ADMIN, "sample", 2026).state());
        assertEquals(State.RUNNING, admin.start(ADMIN, "sample", 2026).state());
        ProgrammeStatus removed = admin.uninstall(ADMIN, "sample", 2026);
        assertEquals(State.REMOVED, removed.state());
        assertNull(removed.file());
        assertEquals("Sample 2026.1.1", removed.title().en());
        assertEquals(0L, house.count("sample_2026.note"));

        assertEquals(
                List.of(
                        "plugin.install sample/2026 {version=2026.1.0}",
                        "plugin.install sample/2026 {version=2026.1.1}",
                        "plugin.stop sample/2026 {}",
                        "plugin.start sample/2026 {}",
                        "plugin.uninstall sample/2026 {}"),
                audited);
    }

    private List<String> jars() throws Exception {
        try (var files = Files.list(home.resolve("plugins.d"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void saysWhatAChangeWillDoWithoutDoingIt() {
        Plan first = admin.planInstall(ADMIN, "upload.jar", GuestJar.of("sample", "2026.1.1").stream());
        assertEquals("INSTALL", first.action());
        assertEquals(List.of(), first.refreshed());
        assertTrue(
                words(first).contains("Steps by which its tables are brought up to date: 1."),
                words(first).toString());
        assertEquals(List.of(), admin.programmes());

        install(GuestJar.of("sample", "2026.1.1"));
        Bundle bundle = provisioning.bundle("sample/2026").orElseThrow();
        long touched = bundle.getLastModified();

        Plan update = admin.planInstall(
                ADMIN,
                "upload.jar",
                GuestJar.of("sample", "2026.1.2").file("db/migration/V2__more.sql", SECOND).stream());
        assertEquals("UPDATE", update.action());
        assertEquals("sample", update.id());
        assertEquals(2026, update.year());
        assertEquals("2026.1.2", update.version());
        assertEquals(List.of("org.shishi.programme.sample 2026.1.1"), update.refreshed());
        assertTrue(
                words(update).contains("Steps by which its tables are brought up to date: 1."),
                words(update).toString());
        assertEquals("REINSTALL", planned("2026.1.1").action());
        assertEquals("DOWNGRADE", planned("2026.1.0").action());
        assertEquals("INSTALL", planned("2027.1.0").action(), "next year stands beside");
        Plan stop = admin.planChange(ADMIN, "STOP", "sample", 2026);
        assertEquals(List.of("org.shishi.programme.sample 2026.1.1"), stop.refreshed());
        assertEquals("2026.1.1", stop.version());

        assertEquals(touched, bundle.getLastModified());
    }

    private Plan planned(String version) {
        return admin.planInstall(ADMIN, "upload.jar", GuestJar.of("sample", version).stream());
    }

    @Test
    void aBadJarIsRefusedInThePlanAndAtTheDoor() {
        GuestJar bad = GuestJar.of("sample", "2026.1.0").header("Export-Package", "org.x");

        Plan plan = admin.planInstall(ADMIN, "upload.jar", bad.stream());
        assertEquals("REFUSE", plan.action());
        assertTrue(
                words(plan).getFirst().contains("must not export"), words(plan).toString());
        RefusedException refused = assertThrows(RefusedException.class, () -> install(bad));
        assertEquals("CORE-PLUGIN", refused.violations().getFirst().code());
        assertEquals(List.of(), audited);
        assertEquals(List.of(), admin.programmes());
    }

    @Test
    void aVersionThatDoesNotComeUpIsToldToWhoBroughtIt() {
        install(GuestJar.of("sample", "2026.1.0"));

        ProgrammeStatus back = install(GuestJar.of("sample", "2026.1.1").behaving("throws"));

        assertEquals(State.RUNNING, back.state());
        assertEquals("2026.1.0", back.version());
        assertTrue(back.reason().en().contains("2026.1.1"), back.reason().en());
    }

    @Test
    void aProgrammeThatNeverOpenedCanBeStoppedToo() {
        assertEquals(
                State.FAILED,
                install(GuestJar.of("sample", "2026.1.0").behaving("throws")).state());

        assertEquals(State.STOPPED, admin.stop(ADMIN, "sample", 2026).state());
        assertEquals(State.FAILED, admin.start(ADMIN, "sample", 2026).state());
    }

    @Test
    void onlyPlatformAdministratorsOfTheCityMayDoAnyOfIt() {
        GuestJar jar = GuestJar.of("sample", "2026.1.0");
        for (Role role : Role.values()) {
            for (OrgType type : List.of(OrgType.CITY, OrgType.DISTRICT)) {
                boolean may = new PrintedMatrix().cell(role, Right.PLATFORM) != Cell.NONE && type == OrgType.CITY;
                Caller caller = caller(role, type);
                for (Executable each : List.<Executable>of(
                        () -> admin.planInstall(caller, "a.jar", jar.stream()),
                        () -> admin.planChange(caller, "STOP", "other", 2026),
                        () -> admin.stop(caller, "other", 2026),
                        () -> admin.start(caller, "other", 2026),
                        () -> admin.uninstall(caller, "other", 2026))) {
                    assertEquals(may, !"CORE-FORBIDDEN".equals(code(each)), role + " at " + type);
                }
                if (!may) {
                    assertEquals("CORE-FORBIDDEN", code(() -> admin.install(caller, "a.jar", jar.stream())));
                }
            }
        }
        assertEquals(List.of(), audited);
    }

    /** Null: not refused. */
    private static String code(Executable work) {
        try {
            work.execute();
            return null;
        } catch (RefusedException e) {
            return e.violations().getFirst().code();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatNobodyKnowsIsNotFound() {
        RefusedException refused = assertThrows(RefusedException.class, () -> admin.stop(ADMIN, "sample", 2026));
        assertEquals("CORE-NOT-FOUND", refused.violations().getFirst().code());
        assertEquals(List.of(), audited);
    }
}
