package org.shishi.core.persistence;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** What the JPA provider sees for one programme: the programme's classes, then its own parts, some of which it finds by name only. */
final class UnitLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader programme;

    UnitLoader(ClassLoader programme) {
        super(UnitLoader.class.getClassLoader());
        this.programme = programme;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        try {
            return programme.loadClass(name);
        } catch (ClassNotFoundException notThere) {
            return loadFromPlatform(name);
        }
    }

    private Class<?> loadFromPlatform(String name) throws ClassNotFoundException {
        try {
            return getParent().loadClass(name);
        } catch (ClassNotFoundException notThere) {
            return PersistenceProvider.class.getClassLoader().loadClass(name);
        }
    }

    @Override
    public URL getResource(String name) {
        return programme.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> found = programme.getResources(name);
        return found == null ? Collections.emptyEnumeration() : found;
    }
}
