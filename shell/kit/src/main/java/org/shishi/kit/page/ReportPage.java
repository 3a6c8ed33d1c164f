package org.shishi.kit.page;

import com.vaadin.flow.router.BeforeEnterEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.report.ReportTable;
import org.shishi.api.report.Reports;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.figure.ReportState;
import org.shishi.kit.figure.ReportView;
import org.shishi.kit.visit.Visit;

/** A report of a programme: table, chart, export. */
@Component(service = ReportPage.class, scope = ServiceScope.PROTOTYPE)
public final class ReportPage extends ProgrammePage {

    private final transient Reports reports;
    private ReportView view;

    @Activate
    public ReportPage(
            @Reference Programmes programmes,
            @Reference Organisations organisations,
            @Reference CoreTexts coreTexts,
            @Reference Reports reports) {
        super(programmes, organisations, coreTexts);
        this.reports = reports;
    }

    @Override
    void show(Visit visit, BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("report").orElse("");
        ReportTable table = visit.descriptor().reports().stream()
                .filter(report -> report.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
        if (view == null || !view.isAttached() || !view.shows(visit, table)) {
            begin(visit, visit.word("report." + id));
            view = new ReportView(visit, table, reports);
            add(view);
        }
        view.show(ReportState.of(event.getLocation().getQueryParameters(), table));
    }
}
