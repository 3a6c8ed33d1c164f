package org.shishi.kit.field;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.binder.ValueContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.money.Yuan;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.Edition;
import org.shishi.api.record.Field;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.ValueFault;
import org.shishi.api.text.Texts;
import org.shishi.kit.text.BuiltIn;

/**
 * Makes the editor of a field from its kind. Numbers and amounts are typed into text fields, so that full-width digits
 * and spaces are taken and what is wrong is said in the same words as by imports.
 */
public final class FieldEditors {

    private final Texts texts;
    private final Organisations organisations;
    private final Caller caller;
    private final Locale locale;
    private final Edition edition;

    /** @param texts of the programme */
    public FieldEditors(Texts texts, Organisations organisations, Caller caller, Locale locale) {
        this(texts, organisations, caller, locale, null);
    }

    /**
     * @param texts of the programme
     * @param edition says which constants are offered this year; null: all are
     */
    public FieldEditors(Texts texts, Organisations organisations, Caller caller, Locale locale, Edition edition) {
        this.edition = edition;
        this.texts = texts;
        this.organisations = organisations;
        this.caller = caller;
        this.locale = locale;
    }

    /** The editor of a field, empty. */
    @SuppressWarnings("unchecked")
    public <V> FieldEditor<V> editor(RecordType<?> type, Field<?, V> field) {
        String label = texts.get(type.id() + "." + field.name()).in(locale);
        FieldEditor<?> editor =
                switch (field.kind()) {
                    case TEXT, REFERENCE, TIMESTAMP -> text(new TextField(label), (Field<?, Object>) field);
                    case LONG_TEXT -> longText(label, (Field<?, String>) field);
                    case INT -> number(label, "numeric", (Field<?, Object>) field);
                    case DECIMAL -> number(label, "decimal", (Field<?, Object>) field);
                    case MONEY -> money(label, (Field<?, Long>) field);
                    case DATE -> date(label, (Field<?, LocalDate>) field);
                    case BOOL -> bool(label, (Field<?, Boolean>) field);
                    case ENUM -> choice(label, (Field<?, Object>) field);
                    case TAGS -> tags(label, (Field<?, Set<Object>>) field);
                    case DISTRICT -> district(label, (Field<?, District>) field);
                    case ORGANISATION -> organisation(label, (Field<?, UUID>) field);
                };
        return (FieldEditor<V>) editor;
    }

    private FieldEditor<Object> text(TextField input, Field<?, Object> field) {
        return new VaadinEditor<String, Object>(
                input,
                required(field),
                value -> input.setValue(value == null ? "" : PlainValues.toText(field, value, texts, locale)),
                typed -> PlainValues.fromText(field, typed, texts));
    }

    private FieldEditor<Object> number(String label, String keyboard, Field<?, Object> field) {
        TextField input = new TextField(label);
        input.addThemeVariants(TextFieldVariant.LUMO_ALIGN_RIGHT);
        input.getElement().setAttribute("inputmode", keyboard);
        return text(input, field);
    }

    private FieldEditor<Long> money(String label, Field<?, Long> field) {
        TextField input = new TextField(label);
        input.addThemeVariants(TextFieldVariant.LUMO_ALIGN_RIGHT);
        input.getElement().setAttribute("inputmode", "decimal");
        input.setPrefixComponent(new Span("¥"));
        return new VaadinEditor<String, Long>(
                input,
                required(field),
                value -> input.setValue(value == null ? "" : Yuan.format(value)),
                typed -> PlainValues.fromText(field, typed, texts));
    }

    private FieldEditor<String> longText(String label, Field<?, String> field) {
        TextArea input = new TextArea(label);
        input.setMinRows(3);
        if (field.maxLength() < Integer.MAX_VALUE) {
            input.setHelperText(t("editor.longest", field.maxLength()));
        }
        return new VaadinEditor<String, String>(
                input,
                required(field),
                value -> input.setValue(value == null ? "" : value),
                typed -> PlainValues.fromText(field, typed, texts));
    }

    private FieldEditor<LocalDate> date(String label, Field<?, LocalDate> field) {
        DatePicker input = BuiltIn.speak(new DatePicker(label));
        input.setPlaceholder(t("editor.date.sample"));
        input.setClearButtonVisible(!required(field));
        return new VaadinEditor<LocalDate, LocalDate>(
                input,
                required(field),
                input::setValue,
                value -> value == null && unreadable(input)
                        ? new PlainValues.Read<>(null, ValueFault.NOT_DATE.at(field.name()))
                        : new PlainValues.Read<>(value, null));
    }

    /** The picker's value is null both for nothing and for what is no date; its own check tells them apart. */
    private static boolean unreadable(DatePicker input) {
        boolean mark = input.isRequiredIndicatorVisible();
        input.setRequiredIndicatorVisible(false);
        boolean bad =
                input.getDefaultValidator().apply(null, new ValueContext()).isError();
        input.setRequiredIndicatorVisible(mark);
        return bad;
    }

    private FieldEditor<Boolean> bool(String label, Field<?, Boolean> field) {
        RadioButtonGroup<Boolean> input = new RadioButtonGroup<>(label);
        input.setItems(true, false);
        input.setItemLabelGenerator(value -> t(value ? "yes" : "no"));
        return new VaadinEditor<Boolean, Boolean>(
                input, required(field), input::setValue, value -> new PlainValues.Read<>(value, null));
    }

    private FieldEditor<Object> choice(String label, Field<?, Object> field) {
        ChoiceBox<Object> input = new ChoiceBox<>(label);
        List<Object> offered = offered(field);
        input.setItems(offered);
        input.setPlaceholder(t("editor.choose"));
        input.setItemLabelGenerator(value -> value == null ? t("editor.none") : word(field, value));
        input.setEmptySelectionAllowed(!required(field));
        input.setEmptySelectionCaption(t("editor.none"));
        return new VaadinEditor<Object, Object>(
                input,
                required(field),
                value -> {
                    input.setItems(with(offered, value == null ? List.of() : List.of(value)));
                    input.setValue(value);
                },
                value -> new PlainValues.Read<>(value, null));
    }

    /** What the edition offers this year. */
    private List<Object> offered(Field<?, ?> field) {
        List<Object> all = List.of(field.valueType().getEnumConstants());
        if (edition == null || field.offeredBy() == null) {
            return all;
        }
        List<String> names = edition.value(field.offeredBy())
                .map(list ->
                        ((Collection<?>) list).stream().map(String::valueOf).toList())
                .orElse(List.of());
        return names.isEmpty()
                ? all
                : all.stream()
                        .filter(each -> names.contains(((Enum<?>) each).name()))
                        .toList();
    }

    /** A record keeps what it has, though nobody else is offered it. */
    private static List<Object> with(List<Object> offered, Collection<?> held) {
        Set<Object> all = new LinkedHashSet<>(offered);
        all.addAll(held);
        return List.copyOf(all);
    }

    private FieldEditor<Set<Object>> tags(String label, Field<?, Set<Object>> field) {
        MultiSelectComboBox<Object> input = BuiltIn.speak(new MultiSelectComboBox<>(label));
        List<Object> offered = offered(field);
        input.setItems(offered);
        input.setItemLabelGenerator(value -> word(field, Set.of(value)));
        input.setPlaceholder(t("editor.choose"));
        input.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        return new VaadinEditor<Set<Object>, Set<Object>>(
                input,
                required(field),
                value -> {
                    input.setItems(with(offered, value == null ? List.of() : value));
                    input.setValue(value == null ? Set.of() : value);
                },
                value -> new PlainValues.Read<>(new LinkedHashSet<>(value), null));
    }

    private FieldEditor<District> district(String label, Field<?, District> field) {
        ComboBox<District> input = new ComboBox<>(label);
        input.setItems(Arrays.stream(District.values())
                .sorted(Comparator.comparing(District::code))
                .toList());
        input.setItemLabelGenerator(district -> district.title().in(locale));
        input.setPlaceholder(t("editor.choose"));
        input.setClearButtonVisible(!required(field));
        return new VaadinEditor<District, District>(
                input, required(field), input::setValue, value -> new PlainValues.Read<>(value, null));
    }

    private FieldEditor<UUID> organisation(String label, Field<?, UUID> field) {
        OrganisationPicker input = new OrganisationPicker(label, organisations, caller);
        return new VaadinEditor<Organisation, UUID>(
                input,
                required(field),
                id -> input.setValue(id == null ? null : organisations.byId(id).orElse(null)),
                value -> new PlainValues.Read<>(value == null ? null : value.id(), null));
    }

    private String word(Field<?, ?> field, Object value) {
        return wordOf(field, value);
    }

    @SuppressWarnings("unchecked")
    private <V> String wordOf(Field<?, V> field, Object value) {
        return PlainValues.toText(field, (V) value, texts, locale);
    }

    private static boolean required(Field<?, ?> field) {
        return field.missingCode() != null;
    }
}
