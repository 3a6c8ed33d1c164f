package org.shishi.shell.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.AuditLog;
import org.shishi.api.platform.CoreTexts;
import org.shishi.kit.component.Downloads;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.Background;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** The append-only log: who did what, when, for whom; and whether anybody has tampered with it. */
@Component(service = AuditPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(Right.AUDIT_LOG)
public final class AuditPage extends ShellPage implements BeforeEnterObserver {

    static final String ROUTE = "admin/audit";
    private static final int ROWS = 50;

    private final transient AuditLog audit;
    private final AuditQuery conditions;
    private final Div exported = new Div();
    private final Div content = new Div();

    @Activate
    public AuditPage(
            @Reference AuditLog audit,
            @Reference Organisations organisations,
            @Reference CoreTexts texts,
            @Reference Background background,
            @Reference Clock clock) {
        super("audit.title");
        this.audit = audit;
        conditions = new AuditQuery(organisations, new AuditWords(texts));
        exported.addClassName("actions-slot");
        AuditCheck check = new AuditCheck(audit, background, clock);
        actions(check.button(), exported);
        add(check, conditions, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Caller caller = CurrentUser.get();
        QueryParameters query = event.getLocation().getQueryParameters();
        AuditLog.Wanted wanted = conditions.show(query, audit.actions(caller));
        long before = Paging.after(query)
                .filter(key -> key.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .orElse(0L);
        List<AuditLog.Entry> found = audit.list(caller, wanted, before, ROWS + 1);
        exported.removeAll();
        // What the address asks for now; the file is written later, on another thread.
        exported.add(Downloads.button(
                "vaadin:download",
                ShellTexts.t("audit.export"),
                () -> ShellTexts.TEXTS.get("audit.title").zh() + ".xlsx",
                Downloads.XLSX,
                out -> audit.export(caller, wanted, out)));
        content.removeAll();
        if (found.isEmpty()) {
            content.add(EmptyState.nothingMatches(AuditQuery::reset));
            return;
        }
        content.add(
                AuditTable.of(ShellTexts.t("audit.title"), audit, found.subList(0, Math.min(ROWS, found.size()))),
                Paging.links(event.getLocation(), found, ROWS, AuditLog.Entry::number));
    }
}
