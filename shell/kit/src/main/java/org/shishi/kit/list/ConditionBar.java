package org.shishi.kit.list;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordType;
import org.shishi.kit.component.QueryBar;
import org.shishi.kit.visit.Visit;

/** The query form of a type: shows what an address asks for, and asks anew. */
public final class ConditionBar extends Composite<QueryBar> {

    private final transient List<Condition> conditions;
    private final transient BiConsumer<Map<String, List<String>>, String> asked;
    private final TextField search;
    private transient Map<String, List<String>> shown = Map.of();

    /**
     * @param searched whether free text can be asked for
     * @param asked gets plain values by field name, and the free text (null: none)
     */
    public ConditionBar(
            Visit visit, RecordType<?> type, boolean searched, BiConsumer<Map<String, List<String>>, String> asked) {
        this.asked = asked;
        search = searched ? search(visit, type) : null;
        if (search != null) {
            getContent().condition(search);
        }
        conditions = new Conditions(visit, type).all();
        conditions.forEach(condition -> getContent().condition(condition.component()));
    }

    @Override
    protected QueryBar initContent() {
        return new QueryBar(this::ask, () -> asked.accept(Map.of(), null));
    }

    /** The free text field names what it looks into; null where nothing is searched. */
    private static TextField search(Visit visit, RecordType<?> type) {
        String fields = type.fields().stream()
                .filter(Field::isSearched)
                .map(field -> visit.format().label(type, field))
                .collect(Collectors.joining(t("list.comma")));
        if (fields.isEmpty()) {
            return null;
        }
        TextField input = new TextField(fields);
        input.setClearButtonVisible(true);
        return input;
    }

    /** @param text null: none */
    public void show(Map<String, List<String>> filters, String text) {
        shown = filters;
        if (search != null) {
            search.setValue(text == null ? "" : text);
        }
        conditions.forEach(condition -> {
            List<String> values = filters.getOrDefault(condition.name(), List.of());
            condition.show(values);
            if (!values.isEmpty()) {
                getContent().unfold(condition.component());
            }
        });
    }

    /** What the address asks for without a field here (one import's records) is kept until reset. */
    private void ask() {
        Map<String, List<String>> filters = new LinkedHashMap<>(shown);
        conditions.forEach(condition -> filters.put(condition.name(), condition.read()));
        filters.values().removeIf(List::isEmpty);
        asked.accept(filters, search == null ? null : search.getValue());
    }
}
