package org.shishi.core.rule;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** The shape for a Java type: those that {@link org.shishi.api.rule.Input} names, and no other. */
final class Shapes {

    private Shapes() {}

    static Shape of(Type type, Checks checks) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return new ListShape(element(arguments[0], checks));
            }
            if (generic.getRawType() == Map.class) {
                return new MapShape(key(arguments[0]), element(arguments[1], checks));
            }
        }
        if (type instanceof Class<?> plain) {
            return of(plain, checks);
        }
        throw unsupported(type);
    }

    private static Shape of(Class<?> type, Checks checks) {
        if (type == String.class) {
            return checks.id() ? new TextShape.Id() : new TextShape.Free(checks.required());
        }
        if (type == int.class || type == Integer.class) {
            return NumberShape.ofInt(checks);
        }
        if (type == long.class || type == Long.class) {
            return NumberShape.ofLong(checks);
        }
        if (type == BigDecimal.class) {
            return NumberShape.ofDecimal(checks);
        }
        if (type == boolean.class || type == Boolean.class) {
            return new TextShape.Bool();
        }
        if (type == LocalDate.class) {
            return new TextShape.Date();
        }
        if (type == LocalDateTime.class) {
            return new TextShape.DateTime();
        }
        if (type.isEnum()) {
            return TextShape.Option.of(type);
        }
        if (type.isRecord()) {
            return new RecordShape(type);
        }
        throw unsupported(type);
    }

    private static Shape element(Type type, Checks checks) {
        return type == String.class && !checks.id() ? new TextShape.FreeElement() : of(type, checks);
    }

    private static TextShape.Option key(Type type) {
        if (type == String.class) {
            return null;
        }
        if (type instanceof Class<?> c && c.isEnum()) {
            return TextShape.Option.of(c);
        }
        throw unsupported(type);
    }

    private static IllegalArgumentException unsupported(Type type) {
        return new IllegalArgumentException("a rule cannot take " + type.getTypeName());
    }
}
