package org.shishi.shell.admin;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.Tasks;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.Ticker;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** The register of units from Excel. */
@Component(service = UnitImportPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(Right.PLATFORM)
public final class UnitImportPage extends ShellPage implements BeforeEnterObserver {

    static final String ROUTE = UnitsPage.ROUTE + "/import";

    private final ListImport steps;

    @Activate
    public UnitImportPage(
            @Reference ListSheets sheets,
            @Reference Tasks tasks,
            @Reference Ticker ticker,
            @Reference Refusals refusals) {
        super("lists.title.UNITS");
        actions(Links.button(UnitsPage.ROUTE, "vaadin:arrow-left", ShellTexts.t("lists.back")));
        steps = new ListImport(sheets, tasks, ticker, refusals.words(), ListSheets.Kind.UNITS, ROUTE);
        add(steps);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        steps.show(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ListImport.TASK)
                .flatMap(Paging::uuid)
                .orElse(null));
    }
}
