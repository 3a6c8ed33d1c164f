package org.shishi.core.rule;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.RuleInfo.InputInfo;

/** An object with fixed names: a record. */
final class RecordShape implements Shape {

    private final Constructor<?> constructor;
    private final List<Slot> slots;
    private final Set<String> names;

    RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " must be a public record", e);
        }
        slots = Arrays.stream(components).map(RecordShape::slot).toList();
        names = slots.stream().map(Slot::name).collect(Collectors.toUnmodifiableSet());
    }

    private static Slot slot(RecordComponent component) {
        Input input = component.getAnnotation(Input.class);
        String name = input == null || input.value().isEmpty() ? component.getName() : input.value();
        return Slot.of(name, component.getGenericType(), input == null ? Checks.PLAIN : Checks.of(input));
    }

    @Override
    public Object read(Object plain, Place place) {
        if (!(plain instanceof Map<?, ?> values)) {
            return place.fault(InputFault.NOT_OBJECT);
        }
        int before = place.faults().size();
        Object[] arguments =
                slots.stream().map(slot -> slot.read(values, place)).toArray();
        Slot.refuseOthers(values, names, place);
        // A component that could not be read is null here, and a primitive one takes no null.
        return place.faults().size() > before ? null : create(arguments);
    }

    private Object create(Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(constructor.getDeclaringClass() + " refuses its values", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String type() {
        return "object";
    }

    @Override
    public List<InputInfo> of() {
        return slots.stream().map(Slot::info).toList();
    }
}
