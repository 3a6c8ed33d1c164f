package org.shishi.shell.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.Accounts;
import org.shishi.api.platform.ListSheets;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.Downloads;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.QueryBar;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.PlainTable;
import org.shishi.shell.page.RoleWords;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** The accounts of the staff, by user name. */
@Component(service = AccountsPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(Right.PLATFORM)
public final class AccountsPage extends ShellPage implements BeforeEnterObserver {

    static final String ROUTE = "admin/accounts";

    private static final String SEARCH = "q";
    private static final int ROWS = 50;

    private final transient Accounts accounts;
    private final transient Organisations organisations;
    private final TextField search = new TextField(ShellTexts.t("accounts.search"));
    private final Div content = new Div();

    @Activate
    public AccountsPage(
            @Reference Accounts accounts, @Reference Organisations organisations, @Reference ListSheets sheets) {
        super("accounts.title");
        this.accounts = accounts;
        this.organisations = organisations;
        Caller caller = CurrentUser.get();
        actions(
                Links.button(RolesPage.ROUTE, "vaadin:key", ShellTexts.t("roles.title")),
                Downloads.button(
                        "vaadin:download",
                        ShellTexts.t("lists.export"),
                        () -> ShellTexts.t("lists.export.file.ACCOUNTS"),
                        Downloads.XLSX,
                        out -> sheets.export(caller, ListSheets.Kind.ACCOUNTS, out)),
                Links.button(AccountImportPage.ROUTE, "vaadin:upload", ShellTexts.t("accounts.import")),
                Links.primary(ROUTE + "/new", "vaadin:plus", ShellTexts.t("accounts.new")));
        search.setClearButtonVisible(true);
        QueryBar bar = new QueryBar(this::query, () -> UI.getCurrent().navigate(ROUTE));
        bar.condition(search);
        add(bar, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        search.setValue(query.getSingleParameter(SEARCH).orElse(""));
        String text = search.isEmpty() ? null : search.getValue().strip();
        List<Accounts.Account> found =
                accounts.list(CurrentUser.get(), text, Paging.after(query).orElse(null), ROWS + 1);
        content.removeAll();
        if (found.isEmpty()) {
            content.add(EmptyState.nothingMatches(() -> UI.getCurrent().navigate(ROUTE)));
            return;
        }
        PagedTable<Accounts.Account> table = table();
        table.show(found.subList(0, Math.min(ROWS, found.size())));
        content.add(table, Paging.links(event.getLocation(), found, ROWS, Accounts.Account::userName));
    }

    private void query() {
        UI.getCurrent()
                .navigate(
                        ROUTE,
                        search.isEmpty()
                                ? QueryParameters.empty()
                                : QueryParameters.of(SEARCH, search.getValue().strip()));
    }

    private PagedTable<Accounts.Account> table() {
        return PlainTable.of(
                ShellTexts.t("accounts.title"),
                List.of(
                        PlainTable.column("accounts.user", PagedTable.Width.SHORT, AccountsPage::link),
                        PlainTable.column(
                                "accounts.name", PagedTable.Width.SHORT, account -> Cell.text(account.displayName())),
                        PlainTable.column(
                                "accounts.grants", PagedTable.Width.TEXT, account -> Cell.text(grants(account))),
                        PlainTable.column("accounts.state", PagedTable.Width.SHORT, AccountsPage::state)),
                Accounts.Account::id);
    }

    private static Cell link(Accounts.Account account) {
        return Cell.link(account.userName(), ROUTE + "/" + account.id());
    }

    private String grants(Accounts.Account account) {
        return account.grants().stream()
                .map(grant -> ShellTexts.t("accounts.grant", name(grant.organisation()), RoleWords.of(grant.role())))
                .sorted()
                .collect(Collectors.joining(ShellTexts.t("list.semicolon")));
    }

    private String name(UUID organisation) {
        return organisations.byId(organisation).map(Organisation::name).orElseGet(organisation::toString);
    }

    private static Cell state(Accounts.Account account) {
        if (account.disabled()) {
            return new Cell(ShellTexts.t("accounts.disabled"), null, "vaadin:ban", "status status-neutral");
        }
        return account.locked()
                ? new Cell(ShellTexts.t("accounts.locked"), null, "vaadin:lock", "status status-warning")
                : new Cell(ShellTexts.t("accounts.active"), null, "vaadin:check-circle", "status status-success");
    }
}
