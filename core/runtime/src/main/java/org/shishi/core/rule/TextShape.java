package org.shishi.core.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.shishi.api.rule.Coded;

/** What is written as a JSON string, and truth values. */
final class TextShape {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?");

    private TextShape() {}

    /**
     * Free text. The rule's own code answers for it, so something that is no text reaches the rule as if nothing had been
     * given; only where nothing given is an answer too (optional text) is that refused here.
     */
    record Free(boolean required) implements Shape {
        @Override
        public Object read(Object plain, Place place) {
            if (plain instanceof String || required) {
                return plain instanceof String ? plain : null;
            }
            return place.fault(InputFault.NOT_TEXT);
        }

        @Override
        public Object readEmpty(Place place) {
            return null;
        }

        @Override
        public String type() {
            return "text";
        }
    }

    /** An element of a list or map of texts: never null, so that rules need not ask. */
    record FreeElement() implements Shape {
        @Override
        public Object read(Object plain, Place place) {
            return plain instanceof String ? plain : "";
        }

        @Override
        public Object readEmpty(Place place) {
            return "";
        }

        @Override
        public String type() {
            return "text";
        }
    }

    /** An opaque id. */
    record Id() implements Shape {
        @Override
        public Object read(Object plain, Place place) {
            return plain instanceof String ? plain : place.fault(InputFault.NOT_TEXT);
        }

        @Override
        public String type() {
            return "text";
        }
    }

    record Bool() implements Shape {
        @Override
        public Object read(Object plain, Place place) {
            return plain instanceof Boolean ? plain : place.fault(InputFault.NOT_BOOL);
        }

        @Override
        public String type() {
            return "bool";
        }
    }

    record Date() implements Shape {
        @Override
        public Object read(Object plain, Place place) {
            return plain instanceof LocalDate
                    ? plain
                    : parsed(plain, DATE, LocalDate::parse, place, InputFault.NOT_DATE);
        }

        @Override
        public String type() {
            return "date";
        }
    }

    record DateTime() implements Shape {
        @Override
        public Object read(Object plain, Place place) {
            return plain instanceof LocalDateTime
                    ? plain
                    : parsed(plain, DATE_TIME, LocalDateTime::parse, place, InputFault.NOT_DATE_TIME);
        }

        @Override
        public String type() {
            return "dateTime";
        }

        static String write(LocalDateTime value) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value);
        }
    }

    /** A constant by name, or by code where it has one. */
    record Option(Map<String, Object> constants, String words) implements Shape {

        static Option of(Class<?> type) {
            Map<String, Object> constants = new LinkedHashMap<>();
            Arrays.stream(type.getEnumConstants()).forEach(constant -> constants.put(word(constant), constant));
            return new Option(constants, type.getSimpleName());
        }

        static String word(Object constant) {
            return constant instanceof Coded coded ? coded.code() : ((Enum<?>) constant).name();
        }

        @Override
        public Object read(Object plain, Place place) {
            Object constant = plain instanceof String name ? constants.get(name) : null;
            return constant != null
                    ? constant
                    : place.fault(InputFault.NOT_OPTION, String.join(", ", constants.keySet()));
        }

        @Override
        public String type() {
            return "enum";
        }

        @Override
        public List<String> options() {
            return List.copyOf(constants.keySet());
        }
    }

    private static <T> Object parsed(
            Object plain, Pattern form, Function<String, T> parser, Place place, InputFault fault) {
        if (plain instanceof String text && form.matcher(text).matches()) {
            try {
                return parser.apply(text);
            } catch (DateTimeException e) {
                return place.fault(fault);
            }
        }
        return place.fault(fault);
    }
}
