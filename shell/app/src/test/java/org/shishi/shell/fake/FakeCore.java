package org.shishi.shell.fake;

import java.time.Clock;
import java.time.ZoneId;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.shishi.api.audit.Audit;
import org.shishi.api.form.Forms;
import org.shishi.api.organisation.OrganisationHistory;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.Accounts;
import org.shishi.api.platform.ApiTokens;
import org.shishi.api.platform.AuditLog;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.Deputies;
import org.shishi.api.platform.Inbox;
import org.shishi.api.platform.Incidents;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.LocalProgrammes;
import org.shishi.api.platform.OpenIdSignIn;
import org.shishi.api.platform.OpenSessions;
import org.shishi.api.platform.OrganisationAdmin;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.SecondFactor;
import org.shishi.api.platform.SignIn;
import org.shishi.api.platform.Tasks;
import org.shishi.api.platform.TodoBatches;
import org.shishi.api.platform.Todos;
import org.shishi.api.platform.Units;
import org.shishi.api.platform.Visibility;
import org.shishi.api.report.Reports;

/** Plays the core: everything the shell asks of it, from memory. */
public final class FakeCore implements BundleActivator {

    @Override
    public void start(BundleContext bundles) {
        FakeTree tree = new FakeTree();
        FakeAudit audit = new FakeAudit();
        register(bundles, Clock.class, Clock.system(ZoneId.of("Asia/Shanghai")));
        register(bundles, Organisations.class, tree);
        register(bundles, OrganisationHistory.class, Absent.of(OrganisationHistory.class, null));
        register(bundles, OrganisationAdmin.class, tree);
        register(bundles, LocalProgrammes.class, Absent.of(LocalProgrammes.class, null));
        register(bundles, Units.class, Absent.of(Units.class, null));
        register(bundles, ListSheets.class, Absent.of(ListSheets.class, null));
        register(bundles, Visibility.class, Absent.of(Visibility.class, null));
        register(bundles, SignIn.class, new FakeSignIn(tree));
        register(bundles, SecondFactor.class, new FakeFactor());
        register(bundles, OpenSessions.class, new FakeSessions());
        register(bundles, OpenIdSignIn.class, Absent.of(OpenIdSignIn.class, null));
        register(bundles, ApiTokens.class, Absent.of(ApiTokens.class, null));
        register(bundles, Deputies.class, Absent.of(Deputies.class, null));
        register(bundles, Accounts.class, new FakeAccounts(tree));
        register(bundles, AuditLog.class, audit);
        register(bundles, Audit.class, (caller, action, object, reason, details) -> {});
        register(bundles, CoreTexts.class, new FakeWords());
        register(bundles, Inbox.class, new FakeInbox());
        register(bundles, Incidents.class, new FakeIncidents());
        register(bundles, JobAdmin.class, new FakeJobs());
        register(bundles, PlatformInfo.class, new FakePlatform());
        register(bundles, ProgrammeAdmin.class, new FakeProgrammes(bundles));
        register(bundles, Todos.class, new FakeTodos());
        register(bundles, TodoBatches.class, Absent.of(TodoBatches.class, null));
        register(bundles, Reports.class, Absent.of(Reports.class, new FakeFigures()));
        register(bundles, Forms.class, Absent.of(Forms.class, null));
        register(bundles, Tasks.class, Absent.of(Tasks.class, null));
    }

    @Override
    public void stop(BundleContext bundles) {
        // The framework unregisters what this bundle registered.
    }

    private static <T> void register(BundleContext bundles, Class<T> type, T service) {
        bundles.registerService(type, service, null);
    }
}
