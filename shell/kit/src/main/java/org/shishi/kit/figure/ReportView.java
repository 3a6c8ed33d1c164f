package org.shishi.kit.figure;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.shishi.api.report.ReportResult;
import org.shishi.api.report.ReportTable;
import org.shishi.api.report.Reports;
import org.shishi.kit.component.Links;
import org.shishi.kit.list.ConditionBar;
import org.shishi.kit.visit.Visit;

/** A report: grouped as its address says, drawn, exported; each row leads to its records. */
public final class ReportView extends Div {

    private final transient Visit visit;
    private final transient ReportTable table;
    private final transient Reports reports;
    private final ConditionBar conditions;
    private final ReportTools tools;
    private final Div figures = new Div();
    private transient ReportState state;
    private transient ReportResult result;

    public ReportView(Visit visit, ReportTable table, Reports reports) {
        this.visit = visit;
        this.table = table;
        this.reports = reports;
        addClassName("report-view");
        conditions = new ConditionBar(visit, table.type(), false, (filters, text) -> go(state.asking(filters)));
        tools = new ReportTools(visit, table, reports, () -> result, this::go);
        add(conditions, tools, figures);
    }

    /** Whether it was made for the same programme, report and person: then another address needs no new page. */
    public boolean shows(Visit other, ReportTable otherTable) {
        return visit.live() == other.live()
                && table == otherTable
                && visit.caller().equals(other.caller())
                && visit.locale().equals(other.locale());
    }

    /**
     * @throws org.shishi.api.rule.RefusedException as {@link Reports#run}, for an address that was made up
     */
    public void show(ReportState asked) {
        state = asked;
        conditions.show(state.filters(), null);
        tools.show(state);
        result = reports.run(visit.caller(), visit.programme(), table, state.by(), state.filters());
        figures.removeAll();
        figures.add(new Figures(visit, table, state, result, this::path));
    }

    private void go(ReportState asked) {
        UI.getCurrent().navigate(visit.paths().report(table.id()), asked.address());
    }

    private Optional<String> path(ReportResult.Row row) {
        return RowLink.of(table, state.by(), row.keys(), state.filters())
                .map(found -> Links.withQuery(visit.paths().list(table.type()), found));
    }
}
