package org.shishi.kit.list;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordType;
import org.shishi.kit.component.QueryBar;
import org.shishi.kit.visit.Visit;

/** The query form of a list: shows what the address asks for, and asks anew. */
final class QueryForm extends Composite<QueryBar> {

    private final transient List<Condition> conditions;
    private final TextField search;
    private final transient ListState state;
    private final transient Consumer<ListState> asked;

    QueryForm(Visit visit, RecordType<?> type, ListState state, Consumer<ListState> asked) {
        this.state = state;
        this.asked = asked;
        conditions = new Conditions(visit, type).all();
        search = search(visit, type);
        if (search != null) {
            search.setValue(state.search() == null ? "" : state.search());
            getContent().condition(search, state.search() != null);
        }
        conditions.forEach(condition -> {
            List<String> values = state.values(condition.name());
            condition.show(values);
            getContent().condition(condition.component(), !values.isEmpty());
        });
    }

    @Override
    protected QueryBar initContent() {
        return new QueryBar(this::ask, () -> asked.accept(state.asking(Map.of(), null)));
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

    private void ask() {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        state.filters().forEach((name, values) -> {
            if (conditions.stream().noneMatch(condition -> condition.name().equals(name))) {
                filters.put(name, values);
            }
        });
        conditions.forEach(condition -> {
            List<String> values = condition.read();
            if (!values.isEmpty()) {
                filters.put(condition.name(), values);
            }
        });
        asked.accept(state.asking(filters, search == null ? null : search.getValue()));
    }
}
