package org.shishi.kit.figure;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableFooter;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;
import org.shishi.api.report.ReportResult;
import org.shishi.kit.component.Links;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.text.Messages;

/** A computed report as a table: dimensions, numbers to the right, totals below. The first number leads to the records. */
final class FigureTable extends NativeTable {

    private final transient ReportResult report;
    private final Locale locale = Messages.locale();

    /** Where a row's records are. */
    @FunctionalInterface
    interface Target {
        /** A path; empty: nowhere. */
        Optional<String> of(ReportResult.Row row);
    }

    FigureTable(ReportResult report, Target target) {
        this.report = report;
        addClassNames("table", "figures");
        NativeTableCaption caption = new NativeTableCaption();
        caption.setText(report.title().in(locale));
        NativeTableBody body = new NativeTableBody();
        report.rows().forEach(row -> body.add(line(row, target)));
        add(caption, new NativeTableHeader(header()), body, new NativeTableFooter(totals()));
    }

    private NativeTableRow header() {
        NativeTableRow header = new NativeTableRow();
        report.dimensions().forEach(title -> header.add(headerCell(title.in(locale), "col", false)));
        report.measures().forEach(title -> header.add(headerCell(title.in(locale), "col", true)));
        return header;
    }

    private static NativeTableHeaderCell headerCell(String text, String scope, boolean number) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        if (number) {
            cell.addClassName("number");
        }
        return cell;
    }

    private NativeTableRow line(ReportResult.Row row, Target target) {
        NativeTableRow line = new NativeTableRow();
        for (int i = 0; i < row.labels().size(); i++) {
            String label = row.labels().get(i).in(locale);
            line.add(headerCell(label.isBlank() ? t("report.nothing") : label, "row", false));
        }
        Optional<String> path = target.of(row);
        for (int i = 0; i < row.values().size(); i++) {
            String number = number(i, row.values().get(i));
            line.add(cell(i, i == 0 ? linked(number, path, row) : new Span(number)));
        }
        return line;
    }

    private Component linked(String number, Optional<String> path, ReportResult.Row row) {
        if (path.isEmpty()) {
            return new Span(number);
        }
        var link = Links.to(path.get(), number);
        String names = String.join(
                t("list.comma"),
                row.labels().stream().map(label -> label.in(locale)).toList());
        link.setAriaLabel(t("report.records", names, number));
        return link;
    }

    private NativeTableRow totals() {
        NativeTableRow line = new NativeTableRow();
        for (int i = 0; i < report.dimensions().size(); i++) {
            line.add(headerCell(i == 0 ? t("report.total") : "", "row", false));
        }
        for (int i = 0; i < report.total().size(); i++) {
            line.add(cell(i, new Span(number(i, report.total().get(i)))));
        }
        return line;
    }

    private NativeTableCell cell(int measure, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName("number");
        cell.getElement()
                .setAttribute("data-label", report.measures().get(measure).in(locale));
        return cell;
    }

    private String number(int measure, Long value) {
        return number(value, report.money().get(measure));
    }

    /** @param money whether it is fen */
    static String number(Long value, boolean money) {
        if (value == null) {
            return "—";
        }
        return money ? Amounts.money(value) : Amounts.count(value);
    }
}
