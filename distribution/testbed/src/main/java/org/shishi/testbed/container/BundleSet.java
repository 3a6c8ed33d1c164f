package org.shishi.testbed.container;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;

/**
 * What one container is made of. Implementations have a public constructor without parameters; each is created once
 * per test run, just before its container starts, and closed after that container has stopped.
 */
public interface BundleSet extends AutoCloseable {

    /** The bundles in the order of their installation. */
    List<BundleFile> bundles();

    /** Framework properties, also those that the launcher of the product would set. */
    default Map<String, String> frameworkProperties() {
        return Map.of();
    }

    /**
     * Packages that the framework hands to bundles from the class path, as {@code name;version=1.2}: what the
     * product keeps on its framework's class path.
     */
    default List<String> systemPackages() {
        return List.of();
    }

    /**
     * Any class out of each library that tests inside may use from the class path outside (JUnit and this driver are
     * always there). Never name a library that is also a bundle of the set.
     */
    default List<Class<?>> sharedLibraries() {
        return List.of();
    }

    /** Called once when all bundles are active, to offer services that the launcher of the product would. */
    default void started(BundleContext context) {}

    /** Gives back what the set took hold of, such as a database or a folder. */
    @Override
    default void close() throws IOException {}
}
