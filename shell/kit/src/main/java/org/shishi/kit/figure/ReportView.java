package org.shishi.kit.figure;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.selection.MultiSelectionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shishi.api.report.ReportResult;
import org.shishi.api.report.ReportTable;
import org.shishi.api.report.Reports;
import org.shishi.kit.component.BarChart;
import org.shishi.kit.component.Downloads;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.IndicatorBar;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.TableScroll;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.list.ConditionBar;
import org.shishi.kit.text.BuiltIn;
import org.shishi.kit.visit.Visit;

/** A report: grouped as its address says, drawn, exported; each row leads to its records. */
public final class ReportView extends Div {

    private static final int BARS = 30;

    private final transient Visit visit;
    private final transient ReportTable table;
    private final transient Reports reports;
    private final transient ReportState state;

    public ReportView(Visit visit, ReportTable table, Reports reports, ReportState state) {
        this.visit = visit;
        this.table = table;
        this.reports = reports;
        this.state = state;
        addClassName("report-view");
        add(new ConditionBar(visit, table.type(), state.filters(), filters -> go(state.asking(filters))));
        ReportResult result = reports.run(visit.caller(), visit.programme(), table, state.by(), state.filters());
        add(toolbar(result), about(result));
        if (result.indicator() != null) {
            Section card = new Section(new IndicatorBar(result.indicator()));
            card.addClassName("card");
            add(card);
        }
        if (result.rows().isEmpty()) {
            add(EmptyState.saying(t("report.empty")));
        } else {
            add(chart(result), figures(result));
        }
    }

    private void go(ReportState asked) {
        UI.getCurrent().navigate(visit.paths().report(table.id()), asked.address());
    }

    private Component toolbar(ReportResult result) {
        MultiSelectComboBox<String> by = BuiltIn.speak(new MultiSelectComboBox<>(t("report.by")));
        by.setItems(table.dimensions());
        by.setItemLabelGenerator(this::dimension);
        by.setValue(state.by());
        by.addSelectionListener(event -> regroup(event));
        Select<String> measure = new Select<>();
        measure.setLabel(t("report.measure"));
        measure.setItems(table.measures().stream().map(ReportTable.Measure::key).toList());
        measure.setItemLabelGenerator(key -> visit.word("measure." + key));
        measure.setValue(state.measure());
        measure.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(state.drawing(event.getValue()));
            }
        });
        String name = table.id() + "-" + visit.programme().year();
        Div toolbar = new Div(
                by,
                measure,
                Downloads.button(
                        "vaadin:file-table",
                        t("report.xlsx"),
                        () -> name + ".xlsx",
                        Downloads.XLSX,
                        out -> reports.writeXlsx(visit.caller(), result, out)),
                Downloads.button(
                        "vaadin:file-text-o",
                        t("report.pdf"),
                        () -> name + ".pdf",
                        Downloads.PDF,
                        out -> reports.writePdf(visit.caller(), result, out)));
        toolbar.addClassNames("toolbar", "report-toolbar", "no-print");
        return toolbar;
    }

    /** In the order chosen; without any, the table's first one comes back. */
    private void regroup(MultiSelectionEvent<?, String> event) {
        if (!event.isFromClient()) {
            return;
        }
        List<String> chosen = new ArrayList<>(
                state.by().stream().filter(event.getValue()::contains).toList());
        event.getValue().stream().filter(name -> !chosen.contains(name)).forEach(chosen::add);
        go(state.grouped(chosen));
    }

    private String dimension(String name) {
        return switch (name) {
            case ReportTable.STATUS -> t("status");
            case ReportTable.SECOND_LEVEL -> t("second-level");
            default -> visit.format().label(table.type(), name);
        };
    }

    private Component about(ReportResult result) {
        Span about = new Span(
                t("report.about", result.organisation(), result.preparedBy(), Amounts.time(result.preparedAt())));
        about.addClassName("muted");
        return about;
    }

    private Component chart(ReportResult result) {
        int measure =
                table.measures().stream().map(ReportTable.Measure::key).toList().indexOf(state.measure());
        List<BarChart.Bar> bars = result.rows().stream()
                .limit(BARS)
                .map(row -> bar(row, measure, result.money().get(measure)))
                .toList();
        String title = result.measures().get(measure).in(visit.locale());
        Section card = new Section(
                new BarChart(result.rows().size() > BARS ? t("report.chart.first", title, BARS) : title, bars));
        card.addClassName("card");
        return card;
    }

    private BarChart.Bar bar(ReportResult.Row row, int measure, boolean money) {
        String label = String.join(
                " · ",
                row.labels().stream()
                        .map(text -> text.in(visit.locale()))
                        .map(text -> text.isBlank() ? t("report.nothing") : text)
                        .toList());
        Long value = row.values().get(measure);
        return new BarChart.Bar(
                label,
                value == null ? 0 : value,
                FigureTable.number(value, money),
                path(row).orElse(null));
    }

    private Component figures(ReportResult result) {
        String label = result.title().in(visit.locale());
        Section card = new Section(new TableScroll(label, new FigureTable(result, this::path)));
        card.addClassName("card");
        return card;
    }

    private Optional<String> path(ReportResult.Row row) {
        return RowLink.of(table, state.by(), row.keys(), state.filters())
                .map(conditions -> Links.withQuery(visit.paths().list(table.type()), conditions));
    }
}
