package org.shishi.shell.person;

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

/** Persons from Excel. */
@Component(service = PersonImportPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(value = Right.CREATE, members = false)
public final class PersonImportPage extends ListImportPage {

    static final String ROUTE = PersonsPage.ROUTE + "/import";

    @Activate
    public PersonImportPage(
            @Reference ListSheets sheets,
            @Reference Tasks tasks,
            @Reference Ticker ticker,
            @Reference Refusals refusals) {
        super(ListSheets.Kind.PERSONS, PersonsPage.ROUTE, sheets, tasks, ticker, refusals);
    }
}
