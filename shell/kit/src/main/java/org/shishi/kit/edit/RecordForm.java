package org.shishi.kit.edit;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.shared.HasSuffix;
import com.vaadin.flow.component.shared.InputField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;
import org.shishi.api.rule.Violation;
import org.shishi.kit.component.ErrorSummary;
import org.shishi.kit.component.RevealButton;
import org.shishi.kit.field.FieldEditor;
import org.shishi.kit.field.FieldEditors;
import org.shishi.kit.field.MaskedEditor;
import org.shishi.kit.field.OrganisationPicker;
import org.shishi.kit.session.KeptDraft;
import org.shishi.kit.visit.Sections;
import org.shishi.kit.visit.Visit;

/** The typed fields of a record by section, with all that is wrong on top. Knows no buttons and saves nothing. */
public final class RecordForm<T extends ProgrammeRecord> extends Div {

    private static final String OWNER = "owner";

    private final transient Visit visit;
    private final transient RecordType<T> type;
    private final ErrorSummary errors = new ErrorSummary();
    private final transient Map<String, FieldEditor<?>> editors = new LinkedHashMap<>();
    private OrganisationPicker owner;

    /** The form of a new record. */
    public static <T extends ProgrammeRecord> RecordForm<T> blank(Visit visit, RecordType<T> type, T draft) {
        RecordForm<T> form = new RecordForm<>(visit, type, draft, false);
        form.show(draft);
        return form;
    }

    /** The form of a record that exists: only what may be changed now can be. */
    public static <T extends ProgrammeRecord> RecordForm<T> of(
            Visit visit, RecordType<T> type, T record, Set<String> editable, Map<String, String> remarks) {
        RecordForm<T> form = new RecordForm<>(visit, type, record, true);
        form.show(record);
        form.editable(editable);
        form.editors.forEach((name, editor) -> {
            if (remarks.containsKey(name) && editor.component() instanceof InputField<?, ?> input) {
                String help = input.getHelperText();
                String remark = t("detail.remark", remarks.get(name));
                input.setHelperText(help == null || help.isEmpty() ? remark : remark + t("list.semicolon") + help);
                input.addClassName("remarked");
            }
        });
        return form;
    }

    private RecordForm(Visit visit, RecordType<T> type, T record, boolean exists) {
        this.visit = visit;
        this.type = type;
        addClassName("record-form");
        Paragraph legend = new Paragraph(t("form.legend"));
        legend.addClassName("muted");
        add(errors, legend);
        FieldEditors make = visit.editors();
        Map<String, List<Field<T, ?>>> sections = Sections.of(type, Field::isTyped);
        if (!exists && mayChooseOwner(visit, type)) {
            owner = new OrganisationPicker(t("owner"), visit.organisations(), visit.caller());
            owner.setValue(visit.caller().organisation());
            owner.setHelperText(t("owner.help"));
            add(section(t("owner.section"), List.of(owner)));
        }
        sections.forEach((name, fields) -> {
            List<Component> inputs = new ArrayList<>();
            fields.forEach(field -> inputs.add(input(make, field, record, exists)));
            boolean alone = sections.size() == 1 && name.isEmpty();
            add(section(alone ? null : Sections.title(visit, type, name), inputs));
        });
    }

    private static boolean mayChooseOwner(Visit visit, RecordType<?> type) {
        Caller caller = visit.caller();
        return type.partOf().isEmpty()
                && caller.seesDescendants(visit.descriptor().id());
    }

    private static Section section(String title, List<Component> inputs) {
        Div grid = new Div();
        grid.addClassName("form-grid");
        inputs.forEach(grid::add);
        Section section = new Section();
        section.addClassName("card");
        if (title != null) {
            section.add(new H2(title));
        }
        section.add(grid);
        return section;
    }

    private <V> Component input(FieldEditors make, Field<T, V> field, T record, boolean exists) {
        FieldEditor<V> editor = make.editor(type, field);
        boolean masked = exists && field.sensitivity() != Sensitivity.NONE && field.get(record) != null;
        editors.put(field.name(), masked ? masked(field, editor, record) : editor);
        Component component = editor.component();
        component.setId("field-" + type.id() + "-" + field.name());
        if (field.kind() == FieldKind.LONG_TEXT || field.kind() == FieldKind.TAGS) {
            component.addClassName("wide");
        }
        consent(field).ifPresent(text -> {
            if (component instanceof InputField<?, ?> input) {
                input.setHelperText(text);
                component.addClassName("wide");
            }
        });
        return component;
    }

    /** What whoever answers the field agrees to, word for word. */
    private Optional<String> consent(Field<T, ?> field) {
        return type.person()
                .filter(person ->
                        person.consent() != null && person.consent().name().equals(field.name()))
                .map(person -> "consent." + person.purpose())
                .filter(visit.texts()::has)
                .map(visit::word);
    }

    private <V> FieldEditor<V> masked(Field<T, V> field, FieldEditor<V> editor, T record) {
        MaskedEditor<V> masked = new MaskedEditor<>(field, editor);
        RevealButton reveal = new RevealButton(
                editor.label(),
                reason -> visit.records(type).reveal(visit.caller(), record.id(), field.name(), reason),
                clear -> masked.reveal(
                        PlainValues.fromText(field, clear, visit.texts()).value()),
                visit.words(type));
        if (visit.mayReveal(record) && editor.component() instanceof HasSuffix suffixed) {
            suffixed.setSuffixComponent(reveal);
        }
        return masked;
    }

    /** Shows the values of a record. */
    public void show(T record) {
        type.fields().stream()
                .filter(field -> editors.containsKey(field.name()))
                .forEach(field -> show(field, record));
    }

    private <V> void show(Field<T, V> field, T record) {
        editor(field).show(field.get(record));
    }

    /** Runs when somebody has typed something else into a field. */
    void changed(String name, Runnable work) {
        if (editors.containsKey(name) && editors.get(name).component() instanceof HasValue<?, ?> input) {
            input.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    work.run();
                }
            });
        }
    }

    /** Says beside a field what is wrong with it, and what is worth knowing. */
    void tell(String name, List<Violation> wrong, List<Violation> noteworthy) {
        FieldEditor<?> editor = editors.get(name);
        editor.error(wrong.isEmpty() ? null : String.join(" ", visit.words(type).of(wrong)));
        if (editor.component() instanceof InputField<?, ?> input) {
            String told = String.join(" ", visit.words(type).of(noteworthy));
            type.field(name)
                    .flatMap(this::consent)
                    .ifPresentOrElse(
                            text -> input.setHelperText((text + " " + told).strip()),
                            () -> input.setHelperText(told.isEmpty() ? null : told));
        }
    }

    public void editable(Set<String> names) {
        editors.forEach((name, editor) -> editor.editable(names.contains(name)));
    }

    /** Puts what stands in the form into a record; what is no value of its field's kind is left out and reported. */
    public List<Violation> into(T record) {
        if (owner != null && owner.getValue() != null) {
            record.head().ownerOrg(owner.getValue().id());
        }
        List<Violation> faults = new ArrayList<>();
        type.fields().stream()
                .filter(field -> editors.containsKey(field.name()))
                .forEach(field -> into(field, record).ifPresent(faults::add));
        return faults;
    }

    private <V> Optional<Violation> into(Field<T, V> field, T record) {
        PlainValues.Read<V> read = editor(field).read();
        if (read.fault() == null) {
            field.set(record, read.value());
        }
        return Optional.ofNullable(read.fault());
    }

    /** All that is typed, to be compared later. */
    Object typed() {
        T scratch = type.blank();
        return List.of(into(scratch), Snapshot.typed(type, scratch));
    }

    /** What is typed and was not there at first, as plain values. */
    KeptDraft keep(Map<String, Object> first) {
        T scratch = type.blank();
        List<Violation> faults = into(scratch);
        Map<String, Object> values = new Merge(first, Map.of(), Snapshot.typed(type, scratch)).myChanges();
        faults.forEach(fault -> values.remove(fault.field()));
        values.keySet().retainAll(editors.keySet());
        Map<String, String> texts = new LinkedHashMap<>();
        faults.forEach(fault -> {
            String text = editors.get(fault.field()).text();
            if (text != null) {
                texts.put(fault.field(), text);
            }
        });
        if (owner != null && owner.getValue() != null) {
            values.put(OWNER, owner.getValue().id().toString());
        }
        return new KeptDraft(values, texts);
    }

    /** Puts what was typed back, and returns the labels of the fields that cannot take it. */
    List<String> restore(KeptDraft kept) {
        List<String> lost = new ArrayList<>();
        kept.values().forEach((name, plain) -> {
            if (name.equals(OWNER)) {
                if (owner != null) {
                    visit.organisations()
                            .byId(UUID.fromString(plain.toString()))
                            .ifPresent(owner::setValue);
                }
            } else if (!editors.containsKey(name) || !restore(type.field(name).orElseThrow(), plain)) {
                lost.add(name);
            }
        });
        kept.texts().forEach((name, text) -> {
            if (!editors.containsKey(name) || !editors.get(name).text(text)) {
                lost.add(name);
            }
        });
        return lost.stream()
                .map(name -> Optional.ofNullable(label(name)).orElse(name))
                .toList();
    }

    private <V> boolean restore(Field<T, V> field, Object plain) {
        PlainValues.Read<V> read = PlainValues.fromPlain(field, plain);
        if (read.fault() == null) {
            editor(field).retype(read.value());
        }
        return read.fault() == null;
    }

    /** All that is wrong: on top, and the same words beside the fields. */
    public void errors(List<Violation> violations) {
        Map<String, List<String>> beside = new LinkedHashMap<>();
        List<ErrorSummary.Line> lines = new ArrayList<>();
        for (Violation violation : violations) {
            String message = visit.message(type, violation);
            String name = violation.field();
            FieldEditor<?> editor = name == null ? null : editors.get(name);
            if (editor != null) {
                beside.computeIfAbsent(name, n -> new ArrayList<>()).add(message);
            }
            lines.add(new ErrorSummary.Line(label(name), message, follow(name, editor)));
        }
        editors.forEach(
                (name, editor) -> editor.error(beside.containsKey(name) ? String.join(" ", beside.get(name)) : null));
        errors.show(lines);
    }

    private String label(String name) {
        if (OWNER.equals(name)) {
            return t("owner");
        }
        return name != null && type.field(name).isPresent() ? visit.format().label(type, name) : null;
    }

    private Runnable follow(String name, FieldEditor<?> editor) {
        if (editor != null) {
            return editor::focus;
        }
        return OWNER.equals(name) && owner != null ? owner::focus : null;
    }

    public void focusFirst() {
        editors.values().stream().findFirst().ifPresent(FieldEditor::focus);
    }

    /** The editor was made from this very field. */
    @SuppressWarnings("unchecked")
    private <V> FieldEditor<V> editor(Field<T, V> field) {
        return (FieldEditor<V>) editors.get(field.name());
    }
}
