package org.shishi.kit.list;

import static org.shishi.kit.KitTexts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.workflow.State;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.PagedTable.Column;
import org.shishi.kit.component.PagedTable.Width;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.field.FieldFormat;
import org.shishi.kit.visit.Visit;

/** The columns of a type's list: what it is called (a link), state, listed fields, owner, last change. */
final class RecordColumns<T extends ProgrammeRecord> {

    private final Visit visit;
    private final RecordType<T> type;
    private final FieldFormat format;

    RecordColumns(Visit visit, RecordType<T> type, FieldFormat format) {
        this.visit = visit;
        this.type = type;
        this.format = format;
    }

    List<Column<T>> all() {
        List<Field<T, ?>> listed =
                type.fields().stream().filter(Field::isListed).toList();
        List<Column<T>> columns = new ArrayList<>();
        Optional<Field<T, ?>> first = listed.stream().findFirst();
        columns.add(new Column<>(
                first.map(field -> format.label(type, field)).orElse(visit.singular(type)),
                first.filter(Field::isSorted).map(Field::name).orElse(null),
                Width.TEXT,
                this::link));
        if (type.workflow().isPresent()) {
            columns.add(new Column<>(t("status"), null, Width.SHORT, this::status));
        }
        listed.stream().skip(1).forEach(field -> columns.add(column(field)));
        columns.add(new Column<>(
                t("owner"),
                null,
                Width.TEXT,
                record -> Cell.text(format.organisation(record.head().ownerOrg()))));
        columns.add(new Column<>(
                t("updated"),
                null,
                Width.SHORT,
                record -> Cell.text(Amounts.day(record.head().updatedAt()))));
        return columns;
    }

    private Column<T> column(Field<T, ?> field) {
        return new Column<>(
                format.label(type, field),
                field.isSorted() ? field.name() : null,
                width(field),
                record -> Cell.text(format.of(field, record)));
    }

    private static Width width(Field<?, ?> field) {
        return switch (field.kind()) {
            case INT, DECIMAL, MONEY -> Width.NUMBER;
            case DATE, TIMESTAMP, BOOL, ENUM, DISTRICT -> Width.SHORT;
            case TEXT, LONG_TEXT, TAGS, ORGANISATION, REFERENCE -> Width.TEXT;
        };
    }

    /** The first listed field leads to the record; a record without one goes by its title. */
    private Cell link(T record) {
        String words = type.fields().stream()
                .filter(Field::isListed)
                .findFirst()
                .map(field -> format.of(field, record))
                .filter(text -> !text.equals(FieldFormat.NOTHING))
                .orElseGet(() -> type.title(record));
        return Cell.link(words, visit.paths().record(type, record.id()));
    }

    private Cell status(T record) {
        String name = record.head().status();
        Optional<State> state = StatusBadge.state(type, name);
        return state.map(s -> Cell.status(s, visit.state(type, name))).orElseGet(() -> Cell.text(name));
    }
}
