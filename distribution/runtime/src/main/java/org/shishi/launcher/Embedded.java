package org.shishi.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.osgi.framework.BundleContext;

/**
 * What the launcher gives its framework, for somebody who brings a framework of their own: tests that run inside of
 * the platform.
 *
 * @param settings the framework's properties
 * @param bundles the platform's bundles by start level
 */
public record Embedded(Map<String, String> settings, SortedMap<Integer, List<Path>> bundles) {

    /** Prepares a home as {@code bin/shishi run} does; the environment names it. */
    public static Embedded prepare(Path distribution, Map<String, String> environment, boolean demo) {
        Distribution product = new Distribution(distribution);
        Home home = Home.of(environment);
        home.prepare(product.settingsTemplate());
        Configuration configuration = Configuration.read(home, environment);
        ShippedProgrammes.deliver(product.programmes(), home);
        SortedMap<Integer, List<Path>> bundles = product.bundles();
        return new Embedded(FrameworkSettings.of(configuration, demo, bundles.lastKey()), bundles);
    }

    /** Registers the launcher's own services. What a bundle refuses is printed. */
    public void offerServices(BundleContext context) {
        Console console = new Console();
        console.register(context);
        console.refusal().thenAccept(System.err::println);
        LogServices.register(context);
        AdminCommands.offerOwn(context);
    }
}
