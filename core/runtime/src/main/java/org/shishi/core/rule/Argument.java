package org.shishi.core.rule;

import java.lang.reflect.Parameter;
import org.shishi.api.rule.EditionYear;
import org.shishi.api.rule.Input;
import org.shishi.api.time.WorkingCalendar;

/** One parameter of a rule's method. */
sealed interface Argument {

    /** The name outside; null where there is none. */
    default String name() {
        return null;
    }

    /** An input of the call. */
    record Given(Slot slot) implements Argument {
        @Override
        public String name() {
            return slot.name();
        }
    }

    /**
     * A yearly number of the edition.
     *
     * @param needed whether the Java type cannot hold an empty value: then it is asked for
     */
    record Yearly(String name, Shape shape, boolean needed) implements Argument {}

    record Calendar() implements Argument {}

    /** The year that the rule is called for. */
    record Year() implements Argument {}

    static Argument of(Parameter parameter) {
        Input input = parameter.getAnnotation(Input.class);
        if (input != null) {
            String name = input.value().isEmpty() ? parameter.getName() : input.value();
            return new Given(Slot.of(name, parameter.getParameterizedType(), Checks.of(input)));
        }
        org.shishi.api.rule.Parameter yearly = parameter.getAnnotation(org.shishi.api.rule.Parameter.class);
        if (yearly != null) {
            Shape shape = Shapes.of(parameter.getParameterizedType(), Checks.PLAIN.optional());
            return new Yearly(yearly.value(), shape, parameter.getType().isPrimitive());
        }
        if (parameter.getType() == WorkingCalendar.class) {
            return new Calendar();
        }
        if (parameter.isAnnotationPresent(EditionYear.class) && parameter.getType() == int.class) {
            return new Year();
        }
        throw new IllegalArgumentException(
                "'" + parameter + "' is neither @Input nor @Parameter nor an int @EditionYear nor a WorkingCalendar");
    }
}
