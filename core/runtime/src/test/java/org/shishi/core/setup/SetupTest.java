package org.shishi.core.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.audit.AuditService;
import org.shishi.core.crypto.TestKeys;
import org.shishi.core.demo.DemoCast;
import org.shishi.core.identity.Identities;
import org.shishi.core.identity.SignInService;
import org.shishi.core.organisation.CurrentTree;
import org.shishi.core.organisation.OrganisationsService;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.platform.TestClock;
import org.shishi.core.platform.TestConsole;
import org.shishi.core.platform.TestInfo;

@ParameterizedClass
@EnumSource
class SetupTest {

    private final TestDatabase db;
    private final TestClock clock = new TestClock();
    private final TestConsole console = new TestConsole();
    private final Audit audit;

    SetupTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        audit = new AuditService(db.core(), new TestKeys(), clock);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void theFirstStartMakesAnAdministratorWhosePasswordIsToldOnce() {
        start(false, null);

        String password = word("One-time password:");
        Caller admin = signIn().signIn("admin", password, null);
        assertEquals(Set.of(Role.PLATFORM_ADMIN), admin.rolesIn("basket"));
        assertEquals(OrgType.CITY, admin.organisation().type());
        assertEquals("上海市总工会", admin.organisation().name());
        assertTrue(signIn().mustChangePassword(admin));

        int told = console.lines().size();
        start(false, null);
        assertEquals(told, console.lines().size());
    }

    @Test
    void ofSeveralNodesOneBegins() throws Exception {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                running.add(nodes.submit(() -> start(false, null)));
            }
            for (Future<?> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        }

        assertEquals(
                1,
                console.lines().stream()
                        .filter(line -> line.contains("One-time"))
                        .count());
        signIn().signIn("admin", word("One-time password:"), null);
        int bodies = db.core().read(handle -> handle.createQuery("select count(*) from core.organisation")
                .mapTo(Integer.class)
                .one());
        assertEquals(1, bodies);
    }

    @Test
    void aDemonstrationHasAnAccountForEachRole() {
        start(true, null);
        start(true, null);

        SignInService signIn = signIn();
        for (Role role : Role.values()) {
            String name = "demo-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Caller caller = signIn.signIn(name, "shishi-demo", null);
            assertEquals(Set.of(role), caller.rolesIn("basket"), name);
            assertTrue(caller.name().startsWith("演示·"), caller.name());
        }
        Organisation union =
                signIn.signIn("demo-grassroots-officer", "shishi-demo", null).organisation();
        assertEquals(
                union,
                signIn.signIn("demo-enterprise-contact", "shishi-demo", null).organisation());
        Organisation branch =
                signIn.signIn("demo-second-level-approver", "shishi-demo", null).organisation();
        assertTrue(union.within(branch));
        signIn.signIn("demo-huangpu-approver", "shishi-demo", null);
        signIn.signIn("demo-port-officer", "shishi-demo", null);
        assertTrue(console.lines().stream().anyMatch(line -> line.contains("demo-foundation-reviewer")));
    }

    @Test
    void theDemonstrationsPasswordIsTheOperatorsAlsoLater() {
        start(true, "first-demo-word");
        signIn().signIn("demo-auditor", "first-demo-word", null);

        start(true, "second-demo-word");

        signIn().signIn("demo-auditor", "second-demo-word", null);
        assertThrows(RefusedException.class, () -> signIn().signIn("demo-inspector", "first-demo-word", null));
    }

    @Test
    void theCastIsTheSameEachTime() {
        start(true, null);
        PlatformInfo demo = new TestInfo(true, Path.of("."));
        DemoCast cast = new DemoCast(db.core(), demo, clock);
        Organisation huangpu = organisations().byName("黄浦区总工会").orElseThrow();

        Caller known = cast.as(Role.SECOND_LEVEL_OFFICER, huangpu);
        assertEquals("演示·黄浦区经办", known.name());
        Caller invented = cast.as(Role.INSPECTOR, huangpu);
        assertEquals(invented, new DemoCast(db.core(), demo, clock).as(Role.INSPECTOR, huangpu));
        assertNotEquals(known.accountId(), invented.accountId());
        assertEquals("演示·黄浦区抽查人员", invented.name());
        assertEquals(Set.of(Role.INSPECTOR), invented.rolesIn("basket"));
        assertEquals(
                cast.random().nextInt(),
                new DemoCast(db.core(), demo, clock).random().nextInt());

        DemoCast real = new DemoCast(db.core(), new TestInfo(false, Path.of(".")), clock);
        assertThrows(IllegalStateException.class, () -> real.as(Role.INSPECTOR, huangpu));
    }

    private void start(boolean demo, String demoPassword) {
        new Setup(demo, demoPassword, db.core(), audit, console, clock, TestCity.PASSWORDS);
    }

    private OrganisationsService organisations() {
        return new OrganisationsService(db.core(), new CurrentTree(db.core()), clock);
    }

    private SignInService signIn() {
        return Identities.signIn(db.core(), organisations(), audit, clock);
    }

    private String word(String label) {
        String line = console.lines().stream()
                .filter(text -> text.contains(label))
                .findFirst()
                .orElseThrow();
        return line.substring(line.indexOf(label) + label.length()).strip();
    }
}
