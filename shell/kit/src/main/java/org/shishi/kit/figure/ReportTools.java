package org.shishi.kit.figure;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.selection.MultiSelectionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.shishi.api.report.ReportResult;
import org.shishi.api.report.ReportTable;
import org.shishi.api.report.Reports;
import org.shishi.kit.component.Downloads;
import org.shishi.kit.text.BuiltIn;
import org.shishi.kit.visit.Visit;

/** How a report is grouped, what its chart shows, and the report as a file. */
final class ReportTools extends Div {

    private final transient Consumer<ReportState> asked;
    private final MultiSelectComboBox<String> by = BuiltIn.speak(new MultiSelectComboBox<>(t("report.by")));
    private final Select<String> measure = new Select<>();
    private final DatePicker treeOf = BuiltIn.speak(new DatePicker(t("report.tree-of")));
    private transient ReportState state;

    ReportTools(
            Visit visit,
            ReportTable table,
            Reports reports,
            Supplier<ReportResult> result,
            Consumer<ReportState> asked) {
        this.asked = asked;
        addClassNames("toolbar", "report-toolbar", "no-print");
        by.setItems(table.dimensions());
        by.setItemLabelGenerator(name -> dimension(visit, table, name));
        by.addSelectionListener(this::regroup);
        measure.setLabel(t("report.measure"));
        measure.setItems(table.measures().stream().map(ReportTable.Measure::key).toList());
        measure.setItemLabelGenerator(key -> visit.word("measure." + key));
        measure.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                asked.accept(state.drawing(event.getValue()));
            }
        });
        treeOf.setClearButtonVisible(true);
        treeOf.setPlaceholder(t("report.tree-of.today"));
        treeOf.setVisible(table.dimensions().contains(ReportTable.SECOND_LEVEL));
        treeOf.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                asked.accept(state.treeOf(event.getValue()));
            }
        });
        Anchor xlsx = Downloads.button(
                "vaadin:file-table",
                t("report.xlsx"),
                () -> result.get().title().in(visit.locale()) + ".xlsx",
                Downloads.XLSX,
                out -> reports.writeXlsx(visit.caller(), result.get(), out));
        Anchor pdf = Downloads.button(
                "vaadin:file-text-o",
                t("report.pdf"),
                () -> result.get().title().in(visit.locale()) + ".pdf",
                Downloads.PDF,
                out -> reports.writePdf(visit.caller(), result.get(), out));
        add(by, measure, treeOf, xlsx, pdf);
    }

    void show(ReportState now) {
        state = now;
        by.setValue(now.by());
        measure.setValue(now.measure());
        treeOf.setValue(now.treeOf());
    }

    /** In the order chosen; without any, the table's first one comes back. */
    private void regroup(MultiSelectionEvent<?, String> event) {
        if (!event.isFromClient()) {
            return;
        }
        List<String> chosen = new ArrayList<>(
                state.by().stream().filter(event.getValue()::contains).toList());
        event.getValue().stream().filter(name -> !chosen.contains(name)).forEach(chosen::add);
        asked.accept(state.grouped(chosen));
    }

    private static String dimension(Visit visit, ReportTable table, String name) {
        return switch (name) {
            case ReportTable.STATUS -> t("status");
            case ReportTable.SECOND_LEVEL -> t("second-level");
            default -> visit.format().label(table.type(), name);
        };
    }
}
