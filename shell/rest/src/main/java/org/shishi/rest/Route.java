package org.shishi.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One address: a method, a path with {@code {placeholders}}, and who answers.
 *
 * @param open whether it is answered without a token
 * @param summary for the OpenAPI document, as is {@code described}
 */
record Route(String method, String template, boolean open, String summary, Handler handler, Described described) {

    /** Answers a request; refusals are thrown. */
    @FunctionalInterface
    interface Handler {
        Reply handle(Exchange exchange);
    }

    static Route of(String method, String template, String summary, Handler handler) {
        return new Route(method, template, false, summary, handler, Described.PLAIN);
    }

    static Route open(String method, String template, String summary, Handler handler) {
        return new Route(method, template, true, summary, handler, Described.PLAIN);
    }

    Route described(UnaryOperator<Described> more) {
        return new Route(method, template, open, summary, handler, more.apply(described));
    }

    /** Values of the placeholders when the path fits; fixed words win by standing earlier in the router. */
    Optional<Map<String, String>> match(List<String> path) {
        List<String> words = List.of(template.substring(1).split("/"));
        if (words.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("{")) {
                values.put(word.substring(1, word.length() - 1), path.get(i));
            } else if (!word.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** How many placeholders: the fewer, the closer the fit. */
    long placeholders() {
        return template.chars().filter(c -> c == '{').count();
    }
}
