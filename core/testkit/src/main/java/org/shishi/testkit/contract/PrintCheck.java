package org.shishi.testkit.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Rule;

/** Inputs of rules that are about a person ({@link Input#personal()}) are printed by nobody: not by a log line, not by a message. */
public final class PrintCheck {

    private static final String VALUE = "31099919900101003813900000077";

    private PrintCheck() {}

    public static List<String> faults(BuiltProgramme programme) {
        Set<Class<?>> records = new LinkedHashSet<>();
        for (Class<?> rules : programme.descriptor().rules()) {
            Arrays.stream(rules.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Rule.class))
                    .flatMap(method -> Arrays.stream(method.getGenericParameterTypes()))
                    .forEach(type -> collect(type, records));
        }
        Faults faults = new Faults();
        records.stream()
                .filter(PrintCheck::printsPersonal)
                .forEach(type -> faults.add(
                        type.getSimpleName() + " prints personal data in clear",
                        type.getName() + ".toString",
                        "write a toString that leaves its personal components out, or masks them (Mask)"));
        return faults.all();
    }

    private static void collect(Type type, Set<Class<?>> records) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(each -> collect(each, records));
        } else if (type instanceof Class<?> plain && plain.isRecord() && records.add(plain)) {
            Arrays.stream(plain.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(each -> collect(each, records));
        }
    }

    private static boolean personal(RecordComponent component) {
        Input input = component.getAnnotation(Input.class);
        return input != null && input.personal() && component.getType() == String.class;
    }

    private static boolean printsPersonal(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (Arrays.stream(components).noneMatch(PrintCheck::personal)) {
            return false;
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor
                    .newInstance(
                            Arrays.stream(components).map(PrintCheck::value).toArray())
                    .toString()
                    .contains(VALUE);
        } catch (ReflectiveOperationException e) {
            // One that refuses samples cannot be tried.
            return false;
        }
    }

    private static Object value(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return personal(component) ? VALUE : "x";
        }
        if (type.isPrimitive()) {
            return type == boolean.class ? (Object) false : type == long.class ? (Object) 1L : (Object) 1;
        }
        if (type == BigDecimal.class) {
            return BigDecimal.ONE;
        }
        return type == List.class ? List.of() : type == Map.class ? Map.of() : null;
    }
}
