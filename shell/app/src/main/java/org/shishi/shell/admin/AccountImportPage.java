package org.shishi.shell.admin;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.Tasks;
import org.shishi.kit.component.Ticker;
import org.shishi.shell.page.ListImportPage;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.session.NeedsRight;

/** Accounts from Excel; at the end their one-time passwords as a sheet. */
@Component(service = AccountImportPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(Right.PLATFORM)
public final class AccountImportPage extends ListImportPage {

    static final String ROUTE = AccountsPage.ROUTE + "/import";

    @Activate
    public AccountImportPage(
            @Reference ListSheets sheets,
            @Reference Tasks tasks,
            @Reference Ticker ticker,
            @Reference Refusals refusals) {
        super(ListSheets.Kind.ACCOUNTS, AccountsPage.ROUTE, sheets, tasks, ticker, refusals);
    }
}
