package org.shishi.kit.list;

import com.vaadin.flow.component.Composite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shishi.api.record.RecordType;
import org.shishi.kit.component.QueryBar;
import org.shishi.kit.visit.Visit;

/** The conditions of a type without free text, for reports. */
public final class ConditionBar extends Composite<QueryBar> {

    private final transient List<Condition> conditions;
    private final transient Consumer<Map<String, List<String>>> asked;

    /** @param asked gets plain values by field name */
    public ConditionBar(
            Visit visit,
            RecordType<?> type,
            Map<String, List<String>> filters,
            Consumer<Map<String, List<String>>> asked) {
        this.asked = asked;
        conditions = new Conditions(visit, type).all();
        conditions.forEach(condition -> {
            List<String> values = filters.getOrDefault(condition.name(), List.of());
            condition.show(values);
            getContent().condition(condition.component(), !values.isEmpty());
        });
    }

    @Override
    protected QueryBar initContent() {
        return new QueryBar(this::ask, () -> asked.accept(Map.of()));
    }

    private void ask() {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        conditions.forEach(condition -> {
            List<String> values = condition.read();
            if (!values.isEmpty()) {
                filters.put(condition.name(), values);
            }
        });
        asked.accept(filters);
    }
}
