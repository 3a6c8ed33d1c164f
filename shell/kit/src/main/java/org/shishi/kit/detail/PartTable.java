package org.shishi.kit.detail;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.UUID;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.component.TableScroll;
import org.shishi.kit.edit.PartDialog;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.field.FieldFormat;
import org.shishi.kit.visit.Visit;

/** The parts of a record of one type, with a dialog that adds one. */
final class PartTable<P extends ProgrammeRecord> extends Section {

    private final transient Visit visit;
    private final transient RecordType<P> type;
    private final transient FieldFormat format;

    PartTable(Visit visit, RecordType<P> type, UUID whole, Runnable changed) {
        this.visit = visit;
        this.type = type;
        this.format = visit.format();
        addClassName("card");
        Div head = new Div(new H2(visit.plural(type)));
        head.addClassName("card-head");
        if (visit.mayCreate(type)) {
            head.add(PartDialog.button(visit, type, whole, changed));
        }
        List<P> parts = visit.records(type).partsOf(visit.caller(), whole);
        add(head, parts.isEmpty() ? EmptyState.nothingYet(visit.singular(type)) : table(parts));
    }

    private Component table(List<P> parts) {
        List<Field<P, ?>> columns =
                type.fields().stream().filter(Field::isListed).toList();
        NativeTableRow header = new NativeTableRow();
        columns.forEach(field -> header.add(header(format.label(type, field))));
        if (type.workflow().isPresent()) {
            header.add(header(t("status")));
        }
        header.add(header(t("parts.added")), header(t("parts.open")));
        NativeTableBody body = new NativeTableBody();
        parts.reversed().forEach(part -> body.add(row(part, columns)));
        NativeTable table = new NativeTable(new NativeTableHeader(header), body);
        table.addClassName("table");
        return new TableScroll(visit.plural(type), table);
    }

    private static NativeTableHeaderCell header(String text) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private NativeTableRow row(P part, List<Field<P, ?>> columns) {
        NativeTableRow row = new NativeTableRow();
        columns.forEach(field -> {
            NativeTableCell cell = cell(format.label(type, field), format.of(field, part));
            cell.setClassName("short", field.kind() != FieldKind.TEXT && field.kind() != FieldKind.LONG_TEXT);
            row.add(cell);
        });
        if (type.workflow().isPresent()) {
            NativeTableCell state = cell(t("status"), "");
            StatusBadge.of(type, part.head().status(), visit.texts(), visit.locale())
                    .ifPresent(state::add);
            row.add(state);
        }
        NativeTableCell added = cell(t("parts.added"), Amounts.time(part.head().createdAt()));
        added.addClassName("short");
        row.add(added);
        Anchor link = Links.to(visit.paths().record(type, part.id()), t("parts.open"));
        link.setAriaLabel(t("parts.open.one", type.title(part)));
        NativeTableCell open = cell(t("parts.open"), "");
        open.add(link);
        open.addClassName("short");
        row.add(open);
        return row;
    }

    private static NativeTableCell cell(String label, String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.getElement().setAttribute("data-label", label);
        return cell;
    }
}
