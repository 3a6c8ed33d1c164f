package org.shishi.shell.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.Visibility;
import org.shishi.api.platform.Visibility.Answer;
import org.shishi.api.platform.Visibility.Reason;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.QueryBar;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.page.Facts;
import org.shishi.shell.page.PlainTable;
import org.shishi.shell.page.RecordAddress;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.RoleWords;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** Who can see a record, and why. The record is named by the address of its page. */
@Component(service = VisibilityPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(Right.AUDIT_LOG)
public final class VisibilityPage extends ShellPage implements BeforeEnterObserver {

    static final String ROUTE = "admin/visibility";

    private static final String RECORD = "record";

    private final transient Visibility visibility;
    private final transient Refusals refusals;
    private final TextField address = new TextField(ShellTexts.t("visibility.address"));
    private final Div content = new Div();

    @Activate
    public VisibilityPage(@Reference Visibility visibility, @Reference Refusals refusals) {
        super("visibility.title");
        this.visibility = visibility;
        this.refusals = refusals;
        lead("visibility.lead");
        address.setWidthFull();
        address.setClearButtonVisible(true);
        QueryBar bar = new QueryBar(this::query, () -> UI.getCurrent().navigate(ROUTE));
        bar.condition(address);
        content.addClassName("stack");
        add(bar, content);
    }

    private void query() {
        UI.getCurrent()
                .navigate(
                        ROUTE,
                        address.isEmpty()
                                ? QueryParameters.empty()
                                : QueryParameters.of(RECORD, address.getValue().strip()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(RECORD)
                .orElse("");
        address.setValue(wanted);
        content.removeAll();
        if (wanted.isBlank()) {
            content.add(EmptyState.saying(ShellTexts.t("visibility.choose")));
            return;
        }
        RecordAddress.of(wanted)
                .ifPresentOrElse(
                        this::explain, () -> content.add(EmptyState.saying(ShellTexts.t("visibility.unknown"))));
    }

    private void explain(RecordAddress record) {
        try {
            show(visibility.explain(
                    CurrentUser.get(), record.programmeId(), record.year(), record.type(), record.id()));
        } catch (RefusedException e) {
            content.add(EmptyState.saying(String.join(" ", refusals.words().of(e.violations()))));
        }
    }

    private void show(Answer answer) {
        Section card = new Section(
                new H2(ShellTexts.t("visibility.owner", answer.ownerName())),
                new Facts()
                        .add("visibility.record", answer.typeTitle().in(Messages.locale()))
                        .add("visibility.way", String.join(" › ", answer.way())));
        card.addClassNames("card", "stack");
        PagedTable<Reason> table = PlainTable.of(
                ShellTexts.t("visibility.title"),
                List.of(
                        PlainTable.column("visibility.who", PagedTable.Width.SHORT, VisibilityPage::who),
                        PlainTable.column(
                                "visibility.role", PagedTable.Width.SHORT, r -> Cell.text(RoleWords.of(r.role()))),
                        PlainTable.column(
                                "visibility.acting", PagedTable.Width.TEXT, r -> Cell.text(r.organisationName())),
                        PlainTable.column("visibility.why", PagedTable.Width.TEXT, VisibilityPage::why)),
                reason -> reason.account() + "/" + reason.organisation() + "/" + reason.role() + "/"
                        + reason.programmeId() + "/" + reason.deputyFor());
        table.show(answer.reasons());
        card.add(table);
        if (answer.reasons().isEmpty()) {
            card.add(new Paragraph(ShellTexts.t("visibility.nobody")));
        }
        if (answer.more()) {
            card.add(new Paragraph(
                    ShellTexts.t("visibility.more", answer.reasons().size())));
        }
        content.add(card);
    }

    private static Cell who(Reason reason) {
        return Cell.text(ShellTexts.t("visibility.account", reason.displayName(), reason.userName()));
    }

    private static Cell why(Reason reason) {
        String where = ShellTexts.t(reason.own() ? "visibility.why.own" : "visibility.why.above");
        String programme = reason.programmeId().equals(Caller.EVERY_PROGRAMME)
                ? ShellTexts.t("visibility.why.every")
                : ShellTexts.t("visibility.why.programme", reason.programmeId());
        String deputy = reason.deputyFor() == null ? "" : ShellTexts.t("visibility.why.deputy", reason.deputyFor());
        String masked = ShellTexts.t(reason.unmasked() ? "visibility.why.unmasked" : "visibility.why.masked");
        return Cell.text(where + programme + deputy + masked);
    }
}
