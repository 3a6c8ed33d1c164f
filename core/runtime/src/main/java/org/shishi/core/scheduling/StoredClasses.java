package org.shishi.core.scheduling;

import java.io.InputStream;
import java.net.URL;
import org.quartz.spi.ClassLoadHelper;

/** Finds the few classes that Quartz looks up by name: the core's one job class, and Quartz' own. */
final class StoredClasses implements ClassLoadHelper {

    private static final ClassLoader LOADER = StoredClasses.class.getClassLoader();

    @Override
    public void initialize() {
        // Nothing to prepare.
    }

    @Override
    public Class<?> loadClass(String name) throws ClassNotFoundException {
        return LOADER.loadClass(name);
    }

    @Override
    public <T> Class<? extends T> loadClass(String name, Class<T> type) throws ClassNotFoundException {
        return LOADER.loadClass(name).asSubclass(type);
    }

    @Override
    public URL getResource(String name) {
        return LOADER.getResource(name);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        return LOADER.getResourceAsStream(name);
    }

    @Override
    public ClassLoader getClassLoader() {
        return LOADER;
    }
}
