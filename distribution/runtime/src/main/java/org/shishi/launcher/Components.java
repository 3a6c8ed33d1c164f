package org.shishi.launcher;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Says which components of Declarative Services do not work, and what each one lacks. By reflection: the interface
 * belongs to a bundle, and the class path of the framework knows no bundle's classes.
 */
final class Components {

    private static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";
    private static final int UNSATISFIED_CONFIGURATION = 1;
    private static final int UNSATISFIED_REFERENCE = 2;
    private static final int FAILED_ACTIVATION = 16;

    private final Object runtime;

    private Components(Object runtime) {
        this.runtime = runtime;
    }

    static String waiting(BundleContext context) {
        ServiceReference<?> reference = context.getServiceReference(RUNTIME);
        if (reference == null) {
            return "Declarative Services do not run.";
        }
        try {
            List<List<String>> rows = new Components(context.getService(reference)).rows();
            return rows.isEmpty() ? "Every component works." : Table.of(List.of("COMPONENT", "WHAT IT LACKS"), rows);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            context.ungetService(reference);
        }
    }

    private List<List<String>> rows() throws ReflectiveOperationException {
        List<List<String>> rows = new ArrayList<>();
        // The parameter is an array of bundles; an empty one stands for all.
        Object all = call("getComponentDescriptionDTOs", new Bundle[0]);
        for (Object description : (Collection<?>) all) {
            for (Object configuration : (Collection<?>) call("getComponentConfigurationDTOs", description)) {
                String lack = lack(configuration, interfaces(description));
                if (!lack.isEmpty()) {
                    rows.add(List.of(String.valueOf(field(description, "name")), lack));
                }
            }
        }
        rows.sort((a, b) -> a.getFirst().compareTo(b.getFirst()));
        return rows;
    }

    /** Constructor parameters have numbers for names, so their types are what tells. */
    private static Map<Object, String> interfaces(Object description) throws ReflectiveOperationException {
        Map<Object, String> interfaces = new HashMap<>();
        for (Object reference : (Object[]) field(description, "references")) {
            interfaces.put(field(reference, "name"), String.valueOf(field(reference, "interfaceName")));
        }
        return interfaces;
    }

    private static String lack(Object configuration, Map<Object, String> interfaces)
            throws ReflectiveOperationException {
        int state = (Integer) field(configuration, "state");
        if (state == UNSATISFIED_CONFIGURATION) {
            return "its configuration";
        }
        if (state == FAILED_ACTIVATION) {
            return String.valueOf(field(configuration, "failure"))
                    .lines()
                    .findFirst()
                    .orElse("it fails");
        }
        if (state != UNSATISFIED_REFERENCE) {
            return "";
        }
        List<String> names = new ArrayList<>();
        for (Object reference : (Object[]) field(configuration, "unsatisfiedReferences")) {
            Object target = field(reference, "target");
            names.add(interfaces.get(field(reference, "name")) + (target == null ? "" : " " + target));
        }
        return String.join(", ", names);
    }

    private Object call(String name, Object argument) throws ReflectiveOperationException {
        Class<?> type = runtime.getClass().getClassLoader().loadClass(RUNTIME);
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == 1) {
                return method.invoke(runtime, argument);
            }
        }
        throw new NoSuchMethodException(name);
    }

    private static Object field(Object dto, String name) throws ReflectiveOperationException {
        return dto.getClass().getField(name).get(dto);
    }
}
