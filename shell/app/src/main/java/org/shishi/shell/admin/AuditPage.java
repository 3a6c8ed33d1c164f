package org.shishi.shell.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ErrorEvent;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.AuditLog;
import org.shishi.kit.component.Downloads;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.QueryBar;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.BuiltIn;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.Background;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** The append-only log: who did what, when, for whom; and whether anybody has tampered with it. */
@org.osgi.service.component.annotations.Component(service = AuditPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(Right.AUDIT_LOG)
public final class AuditPage extends ShellPage implements BeforeEnterObserver {

    private static final String ROUTE = "admin/audit";
    private static final int ROWS = 50;

    private final transient AuditLog audit;
    private final transient Background background;
    private final DatePicker from = BuiltIn.speak(new DatePicker(ShellTexts.t("audit.from")));
    private final DatePicker to = BuiltIn.speak(new DatePicker(ShellTexts.t("audit.to")));
    private final TextField user = new TextField(ShellTexts.t("audit.user"));
    private final TextField action = new TextField(ShellTexts.t("audit.action"));
    private final TextField object = new TextField(ShellTexts.t("audit.object"));
    private final Div exported = new Div();
    private final Div content = new Div();

    @Activate
    public AuditPage(@Reference AuditLog audit, @Reference Background background) {
        super("audit.title");
        this.audit = audit;
        this.background = background;
        exported.addClassName("actions-slot");
        Button verify = new Button(ShellTexts.t("audit.verify"));
        verify.setDisableOnClick(true);
        verify.addClickListener(e -> verify(verify));
        actions(verify, exported);
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        from.setValue(day(query, "from"));
        to.setValue(day(query, "to"));
        user.setValue(word(query, "user"));
        action.setValue(word(query, "action"));
        object.setValue(word(query, "object"));
        long before = Paging.after(query)
                .filter(key -> key.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .orElse(0L);
        List<AuditLog.Entry> found = audit.list(
                CurrentUser.get(),
                from.getValue(),
                to.getValue(),
                part(user),
                part(action),
                part(object),
                before,
                ROWS + 1);
        exported.removeAll();
        exported.add(export());
        content.removeAll();
        content.add(conditions());
        if (found.isEmpty()) {
            content.add(EmptyState.nothingMatches(AuditPage::reset));
            return;
        }
        PagedTable<AuditLog.Entry> table = AuditTable.of(ShellTexts.t("audit.title"));
        table.show(found.subList(0, Math.min(ROWS, found.size())));
        content.add(table, Paging.links(event.getLocation(), found, ROWS, AuditLog.Entry::number));
    }

    /** What the conditions of the address show; they are taken now, the file is written later on another thread. */
    private Component export() {
        Caller caller = CurrentUser.get();
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        String who = part(user);
        String what = part(action);
        String which = part(object);
        return Downloads.button(
                "vaadin:download",
                ShellTexts.t("audit.export"),
                () -> ShellTexts.TEXTS.get("audit.title").zh() + ".xlsx",
                Downloads.XLSX,
                out -> audit.export(caller, first, last, who, what, which, out));
    }

    private QueryBar conditions() {
        QueryBar bar = new QueryBar(this::query, AuditPage::reset);
        List<? extends Component> fields = List.of(from, to, user, action, object);
        fields.forEach(bar::condition);
        if (!object.isEmpty()) {
            bar.unfold(object);
        }
        return bar;
    }

    private void query() {
        Map<String, String> wanted = new LinkedHashMap<>();
        put(wanted, "from", from.getValue() == null ? null : from.getValue().toString());
        put(wanted, "to", to.getValue() == null ? null : to.getValue().toString());
        put(wanted, "user", part(user));
        put(wanted, "action", part(action));
        put(wanted, "object", part(object));
        UI.getCurrent().navigate(ROUTE, QueryParameters.simple(wanted));
    }

    private static void reset() {
        UI.getCurrent().navigate(ROUTE);
    }

    private void verify(Button button) {
        Caller caller = CurrentUser.get();
        UI ui = UI.getCurrent();
        background.run(
                ui,
                () -> audit.verify(caller),
                days -> {
                    button.setEnabled(true);
                    if (days.isEmpty()) {
                        Notices.success(ShellTexts.t("audit.verified"));
                    } else {
                        Notices.error(ShellTexts.t("audit.broken", days));
                    }
                },
                fault -> {
                    button.setEnabled(true);
                    ui.getSession().getErrorHandler().error(new ErrorEvent(fault));
                });
    }

    private static void put(Map<String, String> wanted, String name, String value) {
        if (value != null) {
            wanted.put(name, value);
        }
    }

    private static String part(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    private static String word(QueryParameters query, String name) {
        return query.getSingleParameter(name).orElse("");
    }

    private static LocalDate day(QueryParameters query, String name) {
        try {
            return query.getSingleParameter(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
