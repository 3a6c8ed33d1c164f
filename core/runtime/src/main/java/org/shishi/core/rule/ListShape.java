package org.shishi.core.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.shishi.api.rule.RuleInfo.InputInfo;

/** A list; order is kept. The list a rule gets is unmodifiable and may hold null only where its elements are unchecked. */
record ListShape(Shape element) implements Shape {

    @Override
    public Object read(Object plain, Place place) {
        if (!(plain instanceof List<?> values)) {
            return place.fault(InputFault.NOT_LIST);
        }
        List<Object> read = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            Place at = place.at(i);
            read.add(value == null ? element.readEmpty(at) : element.read(value, at));
        }
        return Collections.unmodifiableList(read);
    }

    @Override
    public String type() {
        return "list";
    }

    @Override
    public List<String> options() {
        return element.options();
    }

    @Override
    public String words() {
        return element.words();
    }

    @Override
    public List<InputInfo> of() {
        return List.of(
                new InputInfo("", element.type(), true, "", element.options(), element.of(), element.words(), false));
    }
}
