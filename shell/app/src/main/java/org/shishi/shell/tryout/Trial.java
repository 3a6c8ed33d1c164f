package org.shishi.shell.tryout;

import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.rule.RuleInfo;
import org.shishi.api.rule.RuleInfo.InputInfo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody tried: the inputs, and yearly numbers other than the edition's. It travels in the address.
 *
 * @param year null: of a rule of the core
 */
record Trial(Integer year, Map<String, Object> inputs, Map<String, Object> parameters) {

    private static final String YEAR = "year";
    private static final String INPUTS = "inputs";
    private static final String PARAMETERS = "parameters";
    /** Beyond this browsers, proxies and mail programs cut addresses off. */
    private static final int LONGEST = 4000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Trial of(QueryParameters query) {
        Integer year = query.getSingleParameter(YEAR)
                .filter(text -> text.matches("[0-9]{4}"))
                .map(Integer::valueOf)
                .orElse(null);
        return new Trial(year, object(query, INPUTS), object(query, PARAMETERS));
    }

    /** What people make of an address by hand is no trial. */
    @SuppressWarnings("unchecked") // a JSON object has text for keys
    private static Map<String, Object> object(QueryParameters query, String name) {
        try {
            Object read = JSON.readValue(query.getSingleParameter(name).orElse("null"), Object.class);
            return read instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
        } catch (JacksonException e) {
            return Map.of();
        }
    }

    boolean empty() {
        return inputs.isEmpty() && parameters.isEmpty();
    }

    /** Without what may be about a person: addresses are kept by browsers and servers. */
    Trial withoutPersons(RuleInfo rule) {
        return new Trial(year, without(rule.inputs(), inputs), parameters);
    }

    static boolean aboutPersons(List<InputInfo> infos) {
        return infos.stream().anyMatch(info -> info.personal() || aboutPersons(info.of()));
    }

    private static Map<String, Object> without(List<InputInfo> infos, Map<?, ?> values) {
        Map<String, Object> left = new LinkedHashMap<>();
        for (InputInfo info : infos) {
            if (!info.personal() && values.containsKey(info.name())) {
                left.put(info.name(), without(info, values.get(info.name())));
            }
        }
        return left;
    }

    private static Object without(InputInfo info, Object value) {
        if (value instanceof Map<?, ?> map && info.type().equals("object")) {
            return without(info.of(), map);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> without(info.of().isEmpty() ? info : info.of().getFirst(), each))
                    .toList();
        }
        return value;
    }

    QueryParameters query() {
        Map<String, List<String>> query = new HashMap<>();
        if (year != null) {
            query.put(YEAR, List.of(year.toString()));
        }
        if (!inputs.isEmpty()) {
            query.put(INPUTS, List.of(JSON.writeValueAsString(inputs)));
        }
        if (!parameters.isEmpty()) {
            query.put(PARAMETERS, List.of(JSON.writeValueAsString(parameters)));
        }
        return new QueryParameters(query);
    }

    boolean fitsAddress() {
        return query().getQueryString().length() <= LONGEST;
    }

    /** The body of the same call over REST. */
    String body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(INPUTS, inputs);
        if (!parameters.isEmpty()) {
            body.put(PARAMETERS, parameters);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body);
    }
}
