package org.shishi.shell.page;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.Tasks;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.Ticker;
import org.shishi.shell.text.ShellTexts;

/** A list of the platform from Excel. */
public abstract class ListImportPage extends ShellPage implements BeforeEnterObserver {

    private final ListImport steps;

    /** @param list where the page of the list stands; this page stands below it */
    protected ListImportPage(
            ListSheets.Kind kind, String list, ListSheets sheets, Tasks tasks, Ticker ticker, Refusals refusals) {
        super("lists.title." + kind);
        actions(Links.button(list, "vaadin:arrow-left", ShellTexts.t("lists.back")));
        steps = new ListImport(sheets, tasks, ticker, refusals.words(), kind, list + "/import");
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
