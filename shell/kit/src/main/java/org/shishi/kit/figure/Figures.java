package org.shishi.kit.figure;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.shishi.api.report.ReportResult;
import org.shishi.api.report.ReportTable;
import org.shishi.kit.component.BarChart;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.IndicatorBar;
import org.shishi.kit.component.TableScroll;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.visit.Visit;

/** A computed report: who made it and when, its indicator, chart and table. */
final class Figures extends Div {

    /** More bars are no picture any more; the table has them all. */
    private static final int BARS = 30;

    private final transient Visit visit;
    private final transient ReportResult result;
    private final transient FigureTable.Target target;

    Figures(Visit visit, ReportTable table, ReportState state, ReportResult result, FigureTable.Target target) {
        this.visit = visit;
        this.result = result;
        this.target = target;
        addClassName("stack");
        Span about = new Span(
                t("report.about", result.organisation(), result.preparedBy(), Amounts.time(result.preparedAt())));
        about.addClassName("muted");
        add(about);
        if (result.indicator() != null) {
            add(card(new IndicatorBar(result.indicator())));
        }
        if (result.rows().isEmpty()) {
            add(EmptyState.saying(t("report.empty")));
            return;
        }
        int measure =
                table.measures().stream().map(ReportTable.Measure::key).toList().indexOf(state.measure());
        if (measure >= 0) {
            add(chart(measure));
        }
        add(new TableScroll(result.title().in(visit.locale()), new FigureTable(result, target)));
    }

    private static Component card(Component content) {
        Section card = new Section(content);
        card.addClassName("card");
        return card;
    }

    private Component chart(int measure) {
        List<BarChart.Bar> bars =
                result.rows().stream().limit(BARS).map(row -> bar(row, measure)).toList();
        String title = result.measures().get(measure).in(visit.locale());
        return new BarChart(result.rows().size() > BARS ? t("report.chart.first", title, BARS) : title, bars);
    }

    private BarChart.Bar bar(ReportResult.Row row, int measure) {
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
                FigureTable.number(value, result.money().get(measure)),
                target.of(row).orElse(null));
    }
}
