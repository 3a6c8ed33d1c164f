package org.shishi.shell.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.OrganisationHistory;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.OrganisationAdmin;
import org.shishi.kit.component.Downloads;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.field.OrganisationPicker;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** The tree of bodies: looked through, searched, extended, mended. The body at hand stands in the address. */
@Component(service = OrganisationsPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(Right.PLATFORM)
public final class OrganisationsPage extends ShellPage implements BeforeEnterObserver {

    static final String ROUTE = "admin/organisations";
    private static final String ID = "id";

    private final transient Organisations organisations;
    private final transient OrganisationHistory history;
    private final transient OrganisationAdmin admin;
    private final transient Clock clock;
    private final transient Refusals refusals;
    private final OrganisationTree tree;
    private final Div side = new Div();

    @Activate
    public OrganisationsPage(
            @Reference Organisations organisations,
            @Reference OrganisationHistory history,
            @Reference OrganisationAdmin admin,
            @Reference ListSheets sheets,
            @Reference Clock clock,
            @Reference Refusals refusals) {
        super("organisations.title");
        Caller caller = CurrentUser.get();
        actions(
                Downloads.button(
                        "vaadin:download",
                        ShellTexts.t("lists.export"),
                        () -> ShellTexts.t("lists.export.file.ORGANISATIONS"),
                        Downloads.XLSX,
                        out -> sheets.export(caller, ListSheets.Kind.ORGANISATIONS, out)),
                Links.button(OrganisationImportPage.ROUTE, "vaadin:upload", ShellTexts.t("lists.import")));
        this.organisations = organisations;
        this.history = history;
        this.admin = admin;
        this.clock = clock;
        this.refusals = refusals;
        OrganisationPicker search =
                new OrganisationPicker(ShellTexts.t("organisations.search"), organisations, CurrentUser.get());
        search.addClassName("page-filter");
        search.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                go(e.getValue());
            }
        });
        tree = new OrganisationTree(organisations, admin, root(), this::closed, OrganisationsPage::go);
        side.addClassName("side");
        Div both = new Div(tree, side);
        both.addClassName("with-side");
        add(search, both);
    }

    private boolean closed(Organisation body) {
        return body.validTo() != null && body.validTo().isBefore(LocalDate.now(clock));
    }

    /** Where the caller's branch begins. */
    private Organisation root() {
        Organisation own = CurrentUser.get().organisation();
        return organisations.byId(own.id()).orElse(own);
    }

    private static void go(Organisation organisation) {
        UI.getCurrent().navigate(ROUTE, QueryParameters.of(ID, organisation.id().toString()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Organisation> chosen = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ID)
                .flatMap(Paging::uuid)
                .flatMap(organisations::byId)
                .filter(body -> body.within(root()));
        side.removeAll();
        if (chosen.isEmpty()) {
            tree.start();
            side.add(EmptyState.saying(ShellTexts.t("organisations.choose")));
        } else {
            tree.show(chosen.get());
            side.add(panel(chosen.get()));
        }
    }

    private OrganisationPanel panel(Organisation organisation) {
        return new OrganisationPanel(organisation, organisations, history, admin, refusals.words(), changed -> {
            tree.refresh();
            go(changed);
            side.removeAll();
            side.add(panel(changed));
        });
    }
}
