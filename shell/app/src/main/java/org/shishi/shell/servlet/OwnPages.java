package org.shishi.shell.servlet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.List;
import org.shishi.kit.page.ImportPage;
import org.shishi.kit.page.ProgrammeHomePage;
import org.shishi.kit.page.RecordDetailPage;
import org.shishi.kit.page.RecordFormPage;
import org.shishi.kit.page.RecordListPage;
import org.shishi.kit.page.ReportPage;
import org.shishi.shell.admin.AccountImportPage;
import org.shishi.shell.admin.AccountPage;
import org.shishi.shell.admin.AccountsPage;
import org.shishi.shell.admin.AuditPage;
import org.shishi.shell.admin.CalendarsPage;
import org.shishi.shell.admin.JobsPage;
import org.shishi.shell.admin.NodesPage;
import org.shishi.shell.admin.OrganisationImportPage;
import org.shishi.shell.admin.OrganisationsPage;
import org.shishi.shell.admin.ProgrammesPage;
import org.shishi.shell.admin.RolesPage;
import org.shishi.shell.admin.UnitImportPage;
import org.shishi.shell.admin.UnitsPage;
import org.shishi.shell.admin.VisibilityPage;
import org.shishi.shell.deadline.DeadlinesPage;
import org.shishi.shell.delivery.DeliveryPage;
import org.shishi.shell.edition.EditionPage;
import org.shishi.shell.edition.EditionsPage;
import org.shishi.shell.layout.MainLayout;
import org.shishi.shell.page.CallbackPage;
import org.shishi.shell.page.HomePage;
import org.shishi.shell.page.LocalProgrammesPage;
import org.shishi.shell.page.LoginPage;
import org.shishi.shell.page.NoticesPage;
import org.shishi.shell.page.OfflinePage;
import org.shishi.shell.page.PasswordPage;
import org.shishi.shell.person.KeysPage;
import org.shishi.shell.person.PersonImportPage;
import org.shishi.shell.person.PersonPage;
import org.shishi.shell.person.PersonsPage;
import org.shishi.shell.person.RetentionPage;
import org.shishi.shell.profile.ProfilePage;
import org.shishi.shell.profile.SecondFactorPage;
import org.shishi.shell.session.ElsewhereSignIn;
import org.shishi.shell.template.TemplatePage;
import org.shishi.shell.template.TemplatesPage;
import org.shishi.shell.todo.TodoBatchPage;
import org.shishi.shell.todo.TodoPage;
import org.shishi.shell.tryout.RulesPage;
import org.shishi.shell.tryout.TryOutPage;

/** The pages that are always there; the default pages of programmes stand here once for all of them. */
final class OwnPages {

    /** A programme's part of the address space. The year has four digits, so that no page of the platform is hidden. */
    private static final String PROGRAMME = ":year([0-9]{4})/:programme";

    private OwnPages() {}

    static void register(RouteConfiguration flow) {
        flow.setRoute("login", LoginPage.class);
        flow.setRoute("password", PasswordPage.class);
        flow.setRoute(ElsewhereSignIn.CALLBACK, CallbackPage.class);
        flow.setRoute(SecondFactorPage.ROUTE, SecondFactorPage.class);
        platform(flow);
        programmes(flow);
    }

    private static void platform(RouteConfiguration flow) {
        set(flow, "", HomePage.class);
        set(flow, "todo", TodoPage.class);
        set(flow, TodoBatchPage.ROUTE, TodoBatchPage.class);
        set(flow, "deadlines", DeadlinesPage.class);
        set(flow, "notices", NoticesPage.class);
        set(flow, "profile", ProfilePage.class);
        set(flow, LocalProgrammesPage.ROUTE, LocalProgrammesPage.class);
        set(flow, "editions", EditionsPage.class);
        set(flow, "editions/:programme/:year([0-9]{4})", EditionPage.class);
        set(flow, "editions/:programme/:year([0-9]{4})/templates", TemplatesPage.class);
        set(flow, "editions/:programme/:year([0-9]{4})/templates/:template", TemplatePage.class);
        set(flow, "try-out", RulesPage.class);
        set(flow, "try-out/:rule", TryOutPage.class);
        set(flow, "admin/organisations", OrganisationsPage.class);
        set(flow, "admin/organisations/import", OrganisationImportPage.class);
        set(flow, "admin/units", UnitsPage.class);
        set(flow, "admin/units/import", UnitImportPage.class);
        set(flow, "admin/visibility", VisibilityPage.class);
        set(flow, "admin/accounts", AccountsPage.class);
        set(flow, "admin/accounts/import", AccountImportPage.class);
        set(flow, "admin/accounts/:account", AccountPage.class);
        set(flow, RolesPage.ROUTE, RolesPage.class);
        set(flow, "admin/programmes", ProgrammesPage.class);
        set(flow, "admin/jobs", JobsPage.class);
        set(flow, "admin/delivery", DeliveryPage.class);
        set(flow, "admin/nodes", NodesPage.class);
        set(flow, "admin/calendars", CalendarsPage.class);
        set(flow, "admin/audit", AuditPage.class);
        set(flow, "admin/keys", KeysPage.class);
        set(flow, "persons", PersonsPage.class);
        set(flow, "persons/import", PersonImportPage.class);
        set(flow, "persons/retention", RetentionPage.class);
        set(flow, "persons/:person", PersonPage.class);
    }

    private static void programmes(RouteConfiguration flow) {
        set(flow, PROGRAMME, ProgrammeHomePage.class);
        set(flow, PROGRAMME + "/reports/:report", ReportPage.class);
        set(flow, PROGRAMME + "/:records", RecordListPage.class);
        set(flow, PROGRAMME + "/:records/new", RecordFormPage.class);
        set(flow, PROGRAMME + "/:records/import", ImportPage.class);
        set(flow, PROGRAMME + "/:records/:id", RecordDetailPage.class);
        set(flow, PROGRAMME + "/:records/:id/edit", RecordFormPage.class);
        // Views of a programme that is away have no route of their own any more.
        set(flow, PROGRAMME + "/:rest*", OfflinePage.class);
        set(flow, "offline/:year([0-9]{4})/:programme", OfflinePage.class);
    }

    private static void set(RouteConfiguration flow, String path, Class<? extends Component> page) {
        flow.setRoute(path, page, List.of(MainLayout.class));
    }
}
