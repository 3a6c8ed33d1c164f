package org.shishi.kit.sheet;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.platform.Tasks;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.text.Text;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.StatusBadge;

/** Rows of a sheet with what was found in them: number as the sheet shows it, verdict, reasons, what stood there. */
final class RowTable<T extends ProgrammeRecord> extends NativeTable {

    private final transient ImportDesk<T> desk;
    private final transient List<OfficialForm.Column> columns;
    private final NativeTableBody body = new NativeTableBody();

    RowTable(ImportDesk<T> desk) {
        this.desk = desk;
        columns = desk.form().columns().stream()
                .filter(column -> column.field() != null)
                .toList();
        addClassNames("table", "row-table");
        NativeTableRow header = new NativeTableRow();
        header.add(header(t("import.row")), header(t("import.verdict")), header(t("import.reasons")));
        columns.forEach(column -> header.add(header(desk.title(column))));
        add(new NativeTableHeader(header), body);
    }

    private static NativeTableHeaderCell header(String text) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    void append(List<Tasks.Row> rows) {
        rows.forEach(row -> body.add(line(row)));
    }

    private NativeTableRow line(Tasks.Row row) {
        boolean good = row.refusals().isEmpty();
        NativeTableRow line = new NativeTableRow();
        line.setClassName("row-bad", !good);
        NativeTableCell number = cell(t("import.row"), row.row() == 0 ? t("import.head") : Integer.toString(row.row()));
        NativeTableCell verdict = cell(t("import.verdict"), "");
        verdict.add(badge(row));
        NativeTableCell reasons =
                cell(t("import.reasons"), good && row.cautions().isEmpty() ? "—" : "");
        reasons.addClassName("reasons");
        row.messages()
                .forEach(message -> reasons.add(new Div(message.in(desk.visit().locale()))));
        row.cautions().forEach(caution -> reasons.add(caution(caution)));
        line.add(number, verdict, reasons);
        columns.forEach(column -> line.add(value(column, row)));
        return line;
    }

    private static StatusBadge badge(Tasks.Row row) {
        if (!row.refusals().isEmpty()) {
            return new StatusBadge(Tone.DANGER, "vaadin:close-circle", t("import.bad"));
        }
        return row.warnings().isEmpty()
                ? new StatusBadge(Tone.SUCCESS, "vaadin:check-circle", t("import.good"))
                : new StatusBadge(Tone.WARNING, "vaadin:warning", t("import.warned"));
    }

    private Div caution(Text caution) {
        Div line = new Div(new StatusBadge(Tone.WARNING, "vaadin:warning", t("import.caution")));
        line.addClassName("caution");
        line.add(new Span(caution.in(desk.visit().locale())));
        return line;
    }

    private NativeTableCell value(OfficialForm.Column column, Tasks.Row row) {
        String text = row.cells().getOrDefault(column.field(), "");
        NativeTableCell cell = cell(
                desk.title(column),
                desk.type()
                        .field(column.field())
                        .map(field -> word(field, text))
                        .orElse(text));
        boolean faulty =
                row.refusals().stream().anyMatch(refusal -> column.field().equals(refusal.field()));
        cell.setClassName("faulty", faulty);
        cell.setClassName(
                "noteworthy",
                !faulty
                        && row.warnings().stream()
                                .anyMatch(warning -> column.field().equals(warning.field())));
        return cell;
    }

    /** What a file may lack is given as a code: people read its word. */
    private <V> String word(Field<T, V> field, String text) {
        V value = field.kind() == FieldKind.ENUM
                ? PlainValues.fromText(field, text, desk.visit().texts()).value()
                : null;
        return value == null
                ? text
                : PlainValues.toText(
                        field, value, desk.visit().texts(), desk.visit().locale());
    }

    private static NativeTableCell cell(String label, String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.getElement().setAttribute("data-label", label);
        return cell;
    }
}
