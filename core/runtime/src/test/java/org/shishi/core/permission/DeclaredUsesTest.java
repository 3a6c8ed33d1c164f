package org.shishi.core.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shishi.api.identity.Caller;

/** Whatever the contract offers to a caller is declared: walked over the matrix, or named here with the reason why not. */
class DeclaredUsesTest {

    /** Ask for their right themselves, each proved by its own tests; not walked over the matrix. */
    private static final Set<String> BY_THEIR_OWN = Set.of(
            "Forms.startImport",
            "Forms.commit",
            "Forms.again",
            "Forms.undo",
            "Forms.undoable",
            "Forms.writeErrors",
            "Forms.export",
            "Forms.exportClear",
            "Forms.template",
            "Reports.run",
            "Reports.writeXlsx",
            "Reports.writePdf",
            "Reports.indicators",
            "Reports.lastSnapshot",
            "JobAdmin.jobs",
            "JobAdmin.history",
            "JobAdmin.runNow",
            "JobAdmin.pause",
            "JobAdmin.cancel");

    /** Walked where programmes can be installed: {@code ProgrammeAdminTest}. */
    private static final Set<String> WITH_PROGRAMMES = Set.of(
            "ProgrammeAdmin.planInstall",
            "ProgrammeAdmin.planChange",
            "ProgrammeAdmin.install",
            "ProgrammeAdmin.stop",
            "ProgrammeAdmin.start",
            "ProgrammeAdmin.uninstall");

    /** Walked with an edition around them: {@code EditionMatrixTest}; the last two by {@code RevisionsTest}, {@code YearTurnTest}. */
    private static final Set<String> WITH_EDITIONS = Set.of(
            "EditionAdmin.propose",
            "EditionAdmin.publish",
            "EditionAdmin.copyToNextYear",
            "EditionAdmin.confirm",
            "EditionAdmin.move",
            "EditionAdmin.extend",
            "EditionAdmin.withdraw",
            "EditionAdmin.revoke",
            // TemplatesTest.
            "Templates.list",
            "Templates.get",
            "Templates.preview",
            "Templates.draft",
            "Templates.publish",
            "Templates.reset",
            "Templates.history");

    /**
     * Asked for PLATFORM, each by its own test: {@code CalendarAdminTest}, {@code OutboxTest}, {@code NodeWatchTest},
     * {@code UnitsTest}, {@code ListSheetsTest}.
     */
    private static final Set<String> OF_THE_PLATFORM = Set.of(
            // Or for AUDIT_LOG; VisibilityTest.
            "Visibility.explain",
            "Units.list",
            "Units.get",
            "Units.create",
            "Units.update",
            "ListSheets.template",
            "ListSheets.export",
            // PersonSheetTest.
            "ListSheets.exportClear",
            "ListSheets.exportIdle",
            "ListSheets.start",
            "ListSheets.commit",
            "ListSheets.writeErrors",
            // AccountSheetTest.
            "ListSheets.hasResults",
            "ListSheets.writeResults",
            // KeyRotationTest.
            "KeyAdmin.rings",
            "KeyAdmin.add",
            "KeyAdmin.rotate",
            "KeyAdmin.cancel",
            "KeyAdmin.retire",
            "CalendarAdmin.years",
            "CalendarAdmin.rows",
            "CalendarAdmin.plan",
            "CalendarAdmin.publish",
            "Nodes.list",
            "Outbox.list",
            "Outbox.counts",
            "Outbox.resend",
            "Outbox.resendFailed");

    /** Right and scope stand in the condition of the query; {@code PersonRegistryTest}. */
    private static final Set<String> OF_PERSONS = Set.of(
            "PersonRegistry.list",
            "PersonRegistry.get",
            "PersonRegistry.register",
            "PersonRegistry.reveal",
            "PersonRegistry.copy",
            "PersonRegistry.withdraw",
            // RetentionTest.
            "Retention.preview",
            "Retention.order",
            "Retention.cancel",
            "Retention.runs");

    /** Everybody's own things: no right is asked for, only whose they are. */
    private static final Set<String> ONES_OWN = Set.of(
            "SignIn.mustChangePassword",
            "SignIn.changePassword",
            "SignIn.organisations",
            "SignIn.actFor",
            "SignIn.speak",
            "SignIn.refresh",
            "SignIn.sessionMark",
            "SignIn.issueToken",
            "SignIn.signedOut",
            "SecondFactor.state",
            "SecondFactor.begin",
            "SecondFactor.confirm",
            "SecondFactor.prove",
            "SecondFactor.recoveryCodes",
            "SecondFactor.recoveryCodesLeft",
            "SecondFactor.remove",
            "OpenIdSignIn.link",
            "OpenIdSignIn.links",
            "OpenIdSignIn.unlink",
            "OpenSessions.open",
            "OpenSessions.seen",
            "OpenSessions.list",
            "OpenSessions.end",
            "OpenSessions.endAll",
            "ApiTokens.issue",
            "ApiTokens.list",
            "ApiTokens.revoke",
            "ContactSettings.mine",
            "ContactSettings.save",
            // What the caller owes, by scope; DeadlineCentreTest.
            "DeadlineCentre.list",
            "DeadlineCentre.counts",
            "DeadlineCentre.punctuality",
            "DeadlineCentre.planDays",
            "DeadlineCentre.plan",
            "DeadlineCentre.feedSince",
            "DeadlineCentre.newFeed",
            "DeadlineCentre.endFeed",
            "Inbox.list",
            "Inbox.unread",
            "Inbox.markRead",
            "Inbox.markAllRead",
            "Tasks.get",
            "Tasks.rejectedRows",
            "Tasks.warnedRows",
            "Tasks.previewRows",
            "Tasks.mine",
            "Tasks.cancel",
            // A list by the caller's rights over records; ScopeTest and TodosTest.
            "Todos.list",
            "Todos.counts",
            // Names of the tree, which everybody may know, as far as one acts.
            "Organisations.search",
            // What happened to one's own body and those below; OrganisationChangesTest.
            "OrganisationHistory.events",
            // A second-level union's own list; UnitsTest.
            "LocalProgrammes.list",
            "LocalProgrammes.save",
            "LocalProgrammes.remove");

    /** By who sees the record, whose turn it is and who was asked; {@code TeamworkTest}, {@code TodoBatchTest}. */
    private static final Set<String> BETWEEN_PEOPLE = Set.of(
            "Teamwork.situation",
            "Teamwork.people",
            "Teamwork.askBefore",
            "Teamwork.askAfter",
            "Teamwork.sign",
            "Teamwork.passOn",
            "Teamwork.nudge",
            "Teamwork.copyTo",
            "Teamwork.read",
            "Teamwork.withdraw",
            "Teamwork.sendBack",
            "TodoBatches.start",
            "TodoBatches.startAll",
            "TodoBatches.items");

    /** Tools of use cases, no doors: reached behind a door that has asked. */
    private static final Set<String> BEHIND_A_DOOR = Set.of(
            "Audit.write",
            "Attachments.add",
            "Attachments.remove",
            "Seals.seal",
            "People.register",
            // Ask for UNMASK and SETTLE themselves; PeopleTest, SubsidiesTest.
            "People.reveal",
            "Subsidies.calculate",
            "Subsidies.approve",
            "Subsidies.pay",
            "Subsidies.reverse");

    @Test
    void noUseCaseIsUndeclared() throws IOException, URISyntaxException {
        Set<String> declared = new TreeSet<>();
        Stream.of(
                        BY_THEIR_OWN,
                        WITH_PROGRAMMES,
                        WITH_EDITIONS,
                        OF_THE_PLATFORM,
                        OF_PERSONS,
                        ONES_OWN,
                        BETWEEN_PEOPLE,
                        BEHIND_A_DOOR)
                .forEach(declared::addAll);
        Arrays.stream(RecordUse.values()).map(use -> "Records." + use.method).forEach(declared::add);
        Arrays.stream(PlatformUse.values()).map(use -> use.method).forEach(declared::add);

        assertEquals(offered(), declared);
    }

    /** Every method of an interface of the contract that takes a caller first. */
    private static Set<String> offered() throws IOException, URISyntaxException {
        Set<String> offered = new TreeSet<>();
        URI place =
                Caller.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (Files.isDirectory(Path.of(place))) {
            collect(Path.of(place), offered);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place), Map.of())) {
                collect(jar.getPath("/"), offered);
            }
        }
        return offered;
    }

    private static void collect(Path root, Set<String> offered) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("org/shishi/api"))) {
            files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name -> load(name.substring(0, name.length() - 6).replace('/', '.')))
                    .filter(Class::isInterface)
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .filter(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == Caller.class)
                    .map(DeclaredUsesTest::name)
                    .forEach(offered::add);
        }
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, DeclaredUsesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
