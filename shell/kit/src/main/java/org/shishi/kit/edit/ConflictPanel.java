package org.shishi.kit.edit;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.Icon;
import java.util.List;
import java.util.stream.Stream;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordType;
import org.shishi.kit.component.TableScroll;
import org.shishi.kit.field.FieldFormat;
import org.shishi.kit.visit.Visit;

/** Somebody was faster: who, what they changed, what stands in my form; and two ways on, neither of which loses it unasked. */
final class ConflictPanel extends Section implements Focusable<ConflictPanel> {

    /**
     * @param by who changed it; null: not known
     * @param merge saves what I changed onto what stands there now
     * @param reload throws my changes away
     */
    ConflictPanel(
            Visit visit,
            RecordType<?> type,
            String by,
            List<Merge.Difference> differences,
            Runnable merge,
            Runnable reload) {
        addClassName("conflict");
        getElement().setAttribute("role", "alert");
        setTabIndex(-1);
        add(new H2(new Icon("vaadin:users"), new Text(t("conflict.title"))));
        add(new Paragraph(by == null ? t("conflict.text") : t("conflict.text.by", by)));
        if (!differences.isEmpty()) {
            add(new TableScroll(t("conflict.title"), table(visit, type, differences)));
        }
        Button keep = new Button(t("conflict.merge"), e -> merge.run());
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(keep, new Button(t("conflict.reload"), e -> reload.run()));
        buttons.addClassName("toolbar");
        add(new Paragraph(t("conflict.help")), buttons);
    }

    private static NativeTable table(Visit visit, RecordType<?> type, List<Merge.Difference> differences) {
        NativeTableRow header = new NativeTableRow();
        Stream.of("conflict.field", "conflict.base", "conflict.theirs", "conflict.mine")
                .map(key -> new NativeTableHeaderCell(t(key)))
                .peek(cell -> cell.getElement().setAttribute("scope", "col"))
                .forEach(header::add);
        NativeTableBody body = new NativeTableBody();
        FieldFormat format = visit.format();
        differences.forEach(one -> type.field(one.field()).ifPresent(field -> body.add(row(format, type, field, one))));
        NativeTable table = new NativeTable(new NativeTableHeader(header), body);
        table.addClassName("table");
        return table;
    }

    private static NativeTableRow row(FieldFormat format, RecordType<?> type, Field<?, ?> field, Merge.Difference one) {
        NativeTableRow row = new NativeTableRow();
        row.add(
                cell("conflict.field", format.label(type, field)),
                cell("conflict.base", format.plain(field, one.base())),
                cell("conflict.theirs", format.plain(field, one.theirs())),
                cell("conflict.mine", format.plain(field, one.mine())));
        if (one.both()) {
            row.addClassName("both");
        }
        return row;
    }

    private static NativeTableCell cell(String label, String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.getElement().setAttribute("data-label", t(label));
        return cell;
    }
}
