package org.shishi.core.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.rule.RuleInfo.InputInfo;

/**
 * An object with names that the caller chooses (any text) or takes from an enum; order is kept.
 *
 * @param key null: any name
 */
record MapShape(TextShape.Option key, Shape value) implements Shape {

    @Override
    public Object read(Object plain, Place place) {
        if (!(plain instanceof Map<?, ?> values)) {
            return place.fault(InputFault.NOT_OBJECT);
        }
        Map<Object, Object> read = new LinkedHashMap<>();
        values.forEach((name, given) -> {
            Place at = place.in(String.valueOf(name));
            Object keyRead = key == null ? String.valueOf(name) : key.read(String.valueOf(name), at);
            read.put(keyRead, given == null ? value.readEmpty(at) : value.read(given, at));
        });
        return Collections.unmodifiableMap(read);
    }

    @Override
    public String type() {
        return "map";
    }

    @Override
    public List<String> options() {
        return key == null ? List.of() : key.options();
    }

    @Override
    public String words() {
        return key == null ? "" : key.words();
    }

    @Override
    public List<InputInfo> of() {
        return List.of(new InputInfo("", value.type(), true, "", value.options(), value.of(), value.words(), false));
    }
}
