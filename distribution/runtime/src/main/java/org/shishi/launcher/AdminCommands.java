package org.shishi.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * What {@code bin/shishi admin NAME ...} can do. A bundle offers a command as a service of type
 * {@code java.util.function.Function} from a {@code List<String>} (the words after the name) to a {@code String} (what
 * is printed), with the properties {@code shishi.admin.command} (the name) and {@code shishi.admin.help} (one line).
 * An {@code IllegalArgumentException} is shown by its message; the command then fails.
 */
final class AdminCommands {

    private static final String NAME = "shishi.admin.command";
    private static final String HELP = "shishi.admin.help";

    private final BundleContext context;

    AdminCommands(BundleContext context) {
        this.context = context;
    }

    /** The launcher's own commands, for when something is not as it should be. */
    static void offerOwn(BundleContext context) {
        offer(context, "bundles", "lists the bundles and their states", words -> bundles(context));
        offer(context, "components", "lists the components that lack something", words -> Components.waiting(context));
    }

    private static void offer(BundleContext context, String name, String help, Function<List<String>, String> command) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(NAME, name);
        properties.put(HELP, help);
        context.registerService(Function.class, command, properties);
    }

    String call(List<String> words) {
        if (words.isEmpty()) {
            return list();
        }
        ServiceReference<?> reference = find("(" + NAME + "=" + escaped(words.getFirst()) + ")").stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no command " + words.getFirst() + "; these are offered:\n" + list()));
        try {
            @SuppressWarnings("unchecked")
            Function<List<String>, String> command = (Function<List<String>, String>) context.getService(reference);
            if (command == null) {
                throw new IllegalArgumentException("The command " + words.getFirst() + " has just gone.");
            }
            return command.apply(List.copyOf(words.subList(1, words.size())));
        } finally {
            context.ungetService(reference);
        }
    }

    private String list() {
        List<List<String>> rows = new ArrayList<>();
        for (ServiceReference<?> reference : find("(" + NAME + "=*)")) {
            rows.add(List.of(String.valueOf(reference.getProperty(NAME)), String.valueOf(reference.getProperty(HELP))));
        }
        rows.sort((a, b) -> a.getFirst().compareTo(b.getFirst()));
        return Table.of(List.of("COMMAND", "WHAT IT DOES"), rows);
    }

    private Collection<ServiceReference<?>> find(String filter) {
        try {
            ServiceReference<?>[] found = context.getServiceReferences(
                    Function.class.getName(), FrameworkUtil.createFilter(filter).toString());
            return found == null ? List.of() : List.of(found);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("No name of a command: " + filter, e);
        }
    }

    private static String escaped(String name) {
        return name.replaceAll("([\\\\*()])", "\\\\$1");
    }

    private static String bundles(BundleContext context) {
        List<List<String>> rows = Arrays.stream(context.getBundles())
                .map(bundle -> List.of(
                        Long.toString(bundle.getBundleId()),
                        Integer.toString(bundle.adapt(BundleStartLevel.class).getStartLevel()),
                        state(bundle),
                        String.valueOf(bundle.getSymbolicName()),
                        bundle.getVersion().toString()))
                .collect(Collectors.toList());
        return Table.of(List.of("ID", "LEVEL", "STATE", "NAME", "VERSION"), rows);
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "active";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            case Bundle.RESOLVED -> "resolved";
            case Bundle.INSTALLED -> "installed";
            default -> "uninstalled";
        };
    }
}
