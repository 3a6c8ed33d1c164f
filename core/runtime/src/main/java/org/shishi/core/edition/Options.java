package org.shishi.core.edition;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.shishi.api.programme.EditionParameter;

/** Whether a value is made of the words that its parameter may hold. */
final class Options {

    private Options() {}

    /** The first word that is none of the options; null: all are, or anything goes. */
    static String firstOther(EditionParameter parameter, Object value) {
        List<String> options = parameter.options();
        if (options.isEmpty() || value == null) {
            return null;
        }
        Stream<?> words = value instanceof Collection<?> many ? many.stream() : Stream.of(value);
        return words.map(String::valueOf)
                .filter(word -> !options.contains(word))
                .findFirst()
                .orElse(null);
    }
}
