package org.shishi.shell.admin;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.PagedTable;
import org.shishi.shell.page.PlainTable;
import org.shishi.shell.page.RoleWords;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** What each role sees and may do (domain specification §13.2): to be read before one is granted. */
@Component(service = RolesPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(Right.PLATFORM)
public final class RolesPage extends ShellPage implements BeforeEnterObserver {

    public static final String ROUTE = "admin/roles";

    @Activate
    public RolesPage() {
        super("roles.title");
        actions(Links.button(AccountsPage.ROUTE, "vaadin:arrow-left", ShellTexts.t("accounts.back")));
        lead("roles.lead");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PagedTable<Role> table = PlainTable.of(
                ShellTexts.t("roles.title"),
                List.of(
                        PlainTable.column(
                                "accounts.grant.role", PagedTable.Width.SHORT, role -> Cell.text(RoleWords.of(role))),
                        PlainTable.column(
                                "roles.reach",
                                PagedTable.Width.SHORT,
                                role -> Cell.text(ShellTexts.t("roles.reach." + role.reach()))),
                        PlainTable.column("roles.rights", PagedTable.Width.TEXT, role -> Cell.text(rights(role)))),
                Role::name);
        table.show(List.of(Role.values()));
        add(table);
    }

    /** In the order of the printed matrix. */
    private static String rights(Role role) {
        return Arrays.stream(Right.values())
                .filter(role.rights()::contains)
                .map(right -> ShellTexts.t("Right." + right))
                .collect(Collectors.joining(ShellTexts.t("list.semicolon")));
    }
}
