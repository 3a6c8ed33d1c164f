package org.shishi.shell.todo;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shishi.api.platform.Todos;
import org.shishi.api.platform.Todos.Urgency;
import org.shishi.api.platform.Todos.View;
import org.shishi.kit.component.Links;

/** What the address of the to-do list asks for. What nobody could mean asks for nothing. */
record Wanted(Todos.Query query) {

    static Wanted of(View view, Urgency urgency) {
        return new Wanted(new Todos.Query(view, urgency, null, null));
    }

    static Wanted of(QueryParameters parameters) {
        return new Wanted(new Todos.Query(
                constant(parameters, "view", View.values(), View.MINE),
                constant(parameters, "show", Urgency.values(), Urgency.ALL),
                one(parameters, "programme").orElse(null),
                one(parameters, "q").orElse(null)));
    }

    private static Optional<String> one(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static <E extends Enum<E>> E constant(QueryParameters parameters, String name, E[] all, E otherwise) {
        return one(parameters, name)
                .flatMap(word -> Arrays.stream(all)
                        .filter(constant -> word(constant).equals(word))
                        .findFirst())
                .orElse(otherwise);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    Wanted show(View view) {
        return new Wanted(new Todos.Query(view, query.urgency(), query.programmeId(), query.text()));
    }

    boolean narrowed() {
        return !of(query.view(), Urgency.ALL).equals(this);
    }

    QueryParameters parameters() {
        Map<String, String> words = new LinkedHashMap<>();
        if (query.view() != View.MINE) {
            words.put("view", word(query.view()));
        }
        if (query.urgency() != Urgency.ALL) {
            words.put("show", word(query.urgency()));
        }
        if (query.programmeId() != null) {
            words.put("programme", query.programmeId());
        }
        if (query.text() != null) {
            words.put("q", query.text());
        }
        return QueryParameters.simple(words);
    }

    String path() {
        return Links.withQuery(TodoPage.ROUTE, parameters());
    }
}
