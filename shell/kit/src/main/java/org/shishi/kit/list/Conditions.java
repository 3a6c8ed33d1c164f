package org.shishi.kit.list;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.Coded;
import org.shishi.api.workflow.State;
import org.shishi.kit.field.OrganisationPicker;
import org.shishi.kit.text.BuiltIn;
import org.shishi.kit.visit.Visit;

/** Makes the query form of a type: its state, its owner, and each field that can be filtered. */
final class Conditions {

    private final Visit visit;
    private final RecordType<?> type;

    Conditions(Visit visit, RecordType<?> type) {
        this.visit = visit;
        this.type = type;
    }

    List<Condition> all() {
        List<Condition> all = new ArrayList<>();
        if (type.workflow().isPresent()) {
            all.add(status());
        }
        all.add(owner());
        type.fields().stream().filter(Field::isFiltered).forEach(field -> all.add(of(field)));
        return all;
    }

    private Condition status() {
        Map<String, String> words = new LinkedHashMap<>();
        for (State state : type.workflow().orElseThrow().allStates()) {
            words.put(state.name(), visit.state(type, state.name()));
        }
        return options("status", t("status"), words);
    }

    private Condition owner() {
        return organisation("owner", t("owner"));
    }

    private Condition of(Field<?, ?> field) {
        String label = visit.format().label(type, field);
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, REFERENCE -> text(field.name(), label);
            case INT, DECIMAL, MONEY -> new NumberRange(field, label, visit.texts());
            case DATE, TIMESTAMP -> new DayRange(field.name(), label);
            case BOOL -> options(field.name(), label, Map.of("true", t("yes"), "false", t("no")));
            case ENUM, TAGS -> options(field.name(), label, constants(field));
            case DISTRICT -> options(field.name(), label, districts());
            case ORGANISATION -> organisation(field.name(), label);
        };
    }

    private Map<String, String> constants(Field<?, ?> field) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Object constant : field.valueType().getEnumConstants()) {
            Enum<?> one = (Enum<?>) constant;
            String plain = one instanceof Coded coded ? coded.code() : one.name();
            words.put(plain, visit.word(one.getDeclaringClass().getSimpleName() + "." + one.name()));
        }
        return words;
    }

    private Map<String, String> districts() {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(District.values())
                .forEach(district -> words.put(district.code(), district.title().in(visit.locale())));
        return words;
    }

    private Condition text(String name, String label) {
        TextField input = new TextField(label);
        input.setClearButtonVisible(true);
        return new Simple<>(
                name,
                input,
                values -> input.setValue(values.isEmpty() ? "" : values.getFirst()),
                () -> input.getValue().isBlank()
                        ? List.of()
                        : List.of(input.getValue().strip()));
    }

    private Condition options(String name, String label, Map<String, String> words) {
        MultiSelectComboBox<String> input = BuiltIn.speak(new MultiSelectComboBox<>(label));
        input.setItems(words.keySet());
        input.setItemLabelGenerator(option -> words.getOrDefault(option, option));
        input.setPlaceholder(t("query.all"));
        input.setClearButtonVisible(true);
        return new Simple<>(
                name,
                input,
                values -> input.setValue(
                        values.stream().filter(words::containsKey).toList()),
                () -> words.keySet().stream().filter(input.getValue()::contains).toList());
    }

    private Condition organisation(String name, String label) {
        OrganisationPicker input = new OrganisationPicker(label, visit.organisations(), visit.caller());
        input.setPlaceholder(t("query.all"));
        return new Simple<>(
                name,
                input,
                values -> input.setValue(
                        values.stream().findFirst().flatMap(this::organisation).orElse(null)),
                () -> input.getValue() == null
                        ? List.of()
                        : List.of(input.getValue().id().toString()));
    }

    private Optional<Organisation> organisation(String id) {
        try {
            return visit.organisations().byId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A condition that is one Vaadin field. */
    private record Simple<F extends Component>(
            String name,
            F component,
            java.util.function.Consumer<List<String>> shown,
            java.util.function.Supplier<List<String>> values)
            implements Condition {

        @Override
        public void show(List<String> given) {
            shown.accept(given);
        }

        @Override
        public List<String> read() {
            return values.get();
        }
    }
}
