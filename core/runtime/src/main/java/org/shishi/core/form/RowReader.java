package org.shishi.core.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.ValueFault;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.sheet.SheetRow;

/** Makes records of rows. */
final class RowReader<T extends ProgrammeRecord> {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern NEGATIVE = Pattern.compile("-\\s*[0-9].*");

    /**
     * @param faults cells that could not be read
     * @param negative fields with a negative amount, which the programme's own checks shall refuse in their words
     */
    record Read<T>(SheetRow source, T record, List<Violation> faults, Set<String> negative) {}

    private record Slot<T>(OfficialForm.Column column, Field<T, ?> field) {}

    private final OfficialForm<T> form;
    private final Texts texts;
    private final Organisations organisations;
    private final Map<String, String> defaults;
    /** Null: the running number is not kept. */
    private final Field<T, ?> number;

    private final List<Slot<T>> slots = new ArrayList<>();

    /** @param defaults by field */
    RowReader(OfficialForm<T> form, Texts texts, Organisations organisations, Map<String, String> defaults) {
        this.form = form;
        this.texts = texts;
        this.organisations = organisations;
        this.defaults = defaults;
        this.number = form.numberField().map(this::field).orElse(null);
        for (OfficialForm.Column column : form.columns()) {
            slots.add(new Slot<>(column, column.field() == null ? null : field(column.field())));
        }
    }

    private Field<T, ?> field(String name) {
        return form.rows()
                .field(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "form " + form.id() + " names the field " + name + ", which its rows lack"));
    }

    /** @throws RefusedException when a value given for the whole file does not fit */
    void checkDefaults() {
        List<Violation> faults = new ArrayList<>();
        Read<T> nothing = new Read<>(null, form.rows().blank(), faults, new HashSet<>());
        for (Slot<T> slot : slots) {
            if (slot.field() != null && slot.column().optional()) {
                put(slot.field(), fallback(slot.column()), slot.column(), nothing);
            }
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
    }

    Read<T> read(SheetRow row, Layout layout) {
        Read<T> read = new Read<>(row, form.rows().blank(), new ArrayList<>(0), new HashSet<>(0));
        number(row, layout, read.record());
        for (int i = 0; i < slots.size(); i++) {
            Slot<T> slot = slots.get(i);
            if (slot.field() != null) {
                put(slot.field(), cell(slot, row, layout.places()[i]), slot.column(), read);
            }
        }
        return read;
    }

    /** What is no number is none: the running number is a help for readers, nothing that a row could be refused for. */
    @SuppressWarnings("unchecked") // an int of the record type, as its builder wants it
    private void number(SheetRow row, Layout layout, T record) {
        if (number == null || layout.numberColumn() < 0) {
            return;
        }
        String text = Normal.text(row.text(layout.numberColumn()));
        if (NUMBER.matcher(text).matches()) {
            ((Field<T, Integer>) number).set(record, Integer.valueOf(text));
        }
    }

    /** What the row says, by field, sensitive values masked. */
    Map<String, String> cells(SheetRow row, Layout layout) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot<T> slot = slots.get(i);
            if (slot.field() != null) {
                String text = Normal.text(cell(slot, row, layout.places()[i]));
                cells.put(slot.column().field(), slot.field().sensitivity().mask(text));
            }
        }
        return cells;
    }

    private String cell(Slot<T> slot, SheetRow row, int place) {
        String text = slot.field().kind() == FieldKind.DATE ? row.day(place) : row.text(place);
        return text.isBlank() && slot.column().optional() ? fallback(slot.column()) : text;
    }

    private String fallback(OfficialForm.Column column) {
        String given = defaults.get(column.field());
        return given != null ? given : column.fallback() == null ? "" : column.fallback();
    }

    private <V> void put(Field<T, V> field, String text, OfficialForm.Column column, Read<T> into) {
        String typed = text;
        boolean negative = false;
        if (field.kind() == FieldKind.ORGANISATION && !text.isBlank()) {
            typed = organisations
                    .byName(text)
                    .map(Organisation::id)
                    .map(UUID::toString)
                    .orElse(text);
        } else if (field.kind() == FieldKind.MONEY) {
            String normal = Normal.text(text);
            negative = NEGATIVE.matcher(normal).matches();
            typed = negative ? normal.substring(1) : text;
        }
        PlainValues.Read<V> read = PlainValues.fromText(field, typed, texts);
        if (read.fault() != null) {
            into.faults().add(named(read.fault(), column));
        } else {
            field.set(into.record(), negative ? negated(read.value()) : read.value());
            if (negative) {
                into.negative().add(field.name());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <V> V negated(V fen) {
        return (V) (Long) (-(Long) fen);
    }

    /** People know a column by what the form prints. */
    private static Violation named(Violation fault, OfficialForm.Column column) {
        if (fault.args().size() < 2 || !(fault.args().getFirst() instanceof ValueFault)) {
            return fault;
        }
        List<Object> args = new ArrayList<>(fault.args());
        args.set(1, Text.same(column.label()));
        return new Violation(fault.code(), fault.field(), args);
    }

    /** The faults of the cells and what the engine says of the record; a cell that could not be read is not also missing. */
    List<Violation> verdict(Read<T> read, List<Violation> judged) {
        if (read.faults().isEmpty() && read.negative().isEmpty()) {
            return judged;
        }
        Set<String> unreadable = new HashSet<>();
        read.faults().forEach(fault -> unreadable.add(fault.field()));
        List<Violation> all = new ArrayList<>(read.faults());
        judged.stream()
                .filter(v -> v.field() == null || !unreadable.contains(v.field()))
                .forEach(all::add);
        for (String field : read.negative()) {
            if (all.stream().noneMatch(v -> field.equals(v.field()))) {
                all.add(Violation.of("CORE-MONEY", field));
            }
        }
        return form.rows().inRuleOrder(all);
    }
}
