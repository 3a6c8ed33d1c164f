package org.shishi.core.edition;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shishi.api.rule.Coded;

/** Puts an edition's values into the record that a programme reads them as. Keeps nothing of the programme's classes. */
final class ParameterRecord {

    private ParameterRecord() {}

    /** @param values value by component name, null: empty */
    static <R extends Record> R of(Class<R> type, Function<String, Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            try {
                arguments[i] = to(components[i].getGenericType(), values.apply(name));
            } catch (ClassCastException | ArithmeticException e) {
                throw new IllegalArgumentException(
                        type.getSimpleName() + "." + name + " does not fit the edition's value", e);
            }
        }
        return create(
                type, Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new), arguments);
    }

    private static <R> R create(Class<R> type, Class<?>[] types, Object[] arguments) {
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(type.getSimpleName() + " refuses the edition's values", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getSimpleName() + " cannot be made", e);
        }
    }

    private static Object to(Type type, Object value) {
        if (type instanceof ParameterizedType generic) {
            return toGeneric(generic, value);
        }
        Class<?> wanted = (Class<?>) type;
        if (value == null) {
            if (wanted.isPrimitive()) {
                throw new ClassCastException("an empty value needs a boxed type");
            }
            return null;
        }
        return toSingle(wanted, value);
    }

    private static Object toGeneric(ParameterizedType type, Object value) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return Optional.ofNullable(to(of[0], value));
        }
        if (value == null) {
            return null;
        }
        if (type.getRawType() == List.class) {
            List<Object> list = new ArrayList<>();
            ((List<?>) value).forEach(each -> list.add(to(of[0], each)));
            return Collections.unmodifiableList(list);
        }
        if (type.getRawType() == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, each) -> map.put(to(of[0], key), to(of[1], each)));
            return Collections.unmodifiableMap(map);
        }
        throw new ClassCastException(type + " is no type of a parameter");
    }

    private static Object toSingle(Class<?> wanted, Object value) {
        if (wanted.isEnum()) {
            return constant(wanted, (String) value);
        }
        if (wanted.isRecord() && value instanceof Map<?, ?> map) {
            return of(wanted.asSubclass(Record.class), map::get);
        }
        if (value instanceof Number number) {
            return number(wanted, number);
        }
        return wanted == boolean.class ? (Boolean) value : wanted.cast(value);
    }

    private static Object number(Class<?> wanted, Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        if (wanted == int.class || wanted == Integer.class) {
            return exact.intValueExact();
        }
        if (wanted == long.class || wanted == Long.class) {
            return exact.longValueExact();
        }
        return wanted == BigDecimal.class ? exact : wanted.cast(number);
    }

    private static Object constant(Class<?> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each instanceof Coded coded
                        ? coded.code().equals(word)
                        : ((Enum<?>) each).name().equals(word))
                .findFirst()
                .orElseThrow(() -> new ClassCastException("'" + word + "' is no " + type.getSimpleName()));
    }
}
