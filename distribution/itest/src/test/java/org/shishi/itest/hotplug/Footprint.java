package org.shishi.itest.hotplug;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * What the platform holds at one moment: all that a guest which has left must have given back.
 *
 * @param services published by each bundle, how many
 * @param used by each bundle, how many services
 * @param endpoints of the HTTP whiteboard
 * @param routes Flow's
 * @param threads whose names say that they do something lasting: schedulers, pools, timers
 * @param files temporary ones, and those of the framework's and the platform's cache
 */
record Footprint(
        Map<String, Integer> services,
        Map<String, Integer> used,
        Set<String> endpoints,
        int routes,
        Set<String> threads,
        Set<String> files) {

    static Footprint of(Platform platform, Tab tab) {
        Map<String, Integer> services = new TreeMap<>();
        Map<String, Integer> used = new TreeMap<>();
        for (Bundle bundle : platform.context().getBundles()) {
            services.put(bundle.getSymbolicName(), count(bundle.getRegisteredServices()));
            used.put(bundle.getSymbolicName(), count(bundle.getServicesInUse()));
        }
        // The test's own bundle asks for services as it goes.
        used.keySet().removeIf(name -> name.startsWith("shishi-probe"));
        return new Footprint(services, used, endpoints(platform.context()), tab.routes(), lasting(), files(platform));
    }

    private static int count(ServiceReference<?>[] references) {
        return references == null ? 0 : references.length;
    }

    private static Set<String> endpoints(BundleContext context) {
        Set<String> found = new TreeSet<>();
        for (Bundle bundle : context.getBundles()) {
            for (ServiceReference<?> reference : bundle.getRegisteredServices() == null
                    ? new ServiceReference<?>[0]
                    : bundle.getRegisteredServices()) {
                for (String key : reference.getPropertyKeys()) {
                    if (key.startsWith("osgi.http.whiteboard.") && key.endsWith(".pattern")) {
                        found.add(bundle.getSymbolicName() + " " + reference.getProperty("service.id"));
                    }
                }
            }
        }
        return found;
    }

    /** Runs of jobs of programmes that stay: of the twenties, the guests are of the thirties. */
    private static final String STAYING = "job-.*-202[0-9]-.*";

    /**
     * Those that come and go by themselves, with requests, with the test and with the work of what stays, are left out;
     * numbers at the end, too.
     */
    private static Set<String> lasting() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("shishi-")
                        || name.startsWith("job-")
                        || name.contains("Quartz")
                        || name.contains("Hikari")
                        || name.contains("Timer")
                        || name.contains("H2 ")
                        || name.contains("SCR"))
                .filter(name -> !name.matches(STAYING))
                .map(name -> name.replaceAll("[0-9]+$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> files(Platform platform) {
        Set<String> found = new TreeSet<>();
        names(Path.of(System.getProperty("java.io.tmpdir")))
                .filter(name -> name.startsWith("shishi-") && !name.startsWith("shishi-home"))
                .forEach(name -> found.add("tmp " + name));
        names(platform.home().resolve("cache").resolve("programmes")).forEach(name -> found.add("cache " + name));
        long bundles = names(Path.of(platform.context().getProperty("org.osgi.framework.storage")))
                .filter(name -> name.matches("bundle[0-9]+"))
                .count();
        found.add("bundle folders " + bundles);
        return found;
    }

    private static Stream<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
