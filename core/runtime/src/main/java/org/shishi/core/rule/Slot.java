package org.shishi.core.rule;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import org.shishi.api.rule.RuleInfo.InputInfo;

/**
 * A named place for a value: an input, a parameter, a component of a record.
 *
 * @param otherwise plain value used when none is given; null: none
 */
record Slot(String name, Shape shape, Checks checks, Object otherwise) {

    static Slot of(String name, Type type, Checks checks) {
        Shape shape = Shapes.of(type, checks);
        Object otherwise = PlainTree.parse(checks.otherwise(), shape);
        boolean mayBeNull = !checks.required() && otherwise == null || checks.unchecked();
        if (mayBeNull && type instanceof Class<?> c && c.isPrimitive()) {
            throw new IllegalArgumentException("'" + name + "' may be empty, which " + type + " cannot hold");
        }
        return new Slot(name, shape, checks, otherwise);
    }

    /** Null and absent both mean empty. */
    Object read(Map<?, ?> values, Place parent) {
        Object plain = values.get(name);
        if (plain == null) {
            plain = otherwise;
        }
        if (plain != null) {
            return shape.read(plain, parent.in(name));
        }
        boolean mayBeEmpty = !checks.required() || checks.unchecked() || shape instanceof TextShape.Free;
        return mayBeEmpty ? null : parent.in(name).fault(InputFault.MISSING);
    }

    /** Faults for the names nobody asked for. */
    static void refuseOthers(Map<?, ?> values, Set<String> known, Place place) {
        values.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !known.contains(name))
                .forEach(name -> place.in(name).fault(InputFault.UNKNOWN));
    }

    InputInfo info() {
        TextShape.Option offered = checks.offers().isEnum() ? TextShape.Option.of(checks.offers()) : null;
        return new InputInfo(
                name,
                shape.type(),
                checks.required(),
                checks.otherwise(),
                offered == null ? shape.options() : offered.options(),
                shape.of(),
                offered == null ? shape.words() : offered.words(),
                checks.personal());
    }
}
