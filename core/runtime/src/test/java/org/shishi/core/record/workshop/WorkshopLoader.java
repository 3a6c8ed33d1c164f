package org.shishi.core.record.workshop;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/** A loader whose folder {@code db/migration} is the workshops'. */
public final class WorkshopLoader extends ClassLoader {

    public WorkshopLoader() {
        super(WorkshopLoader.class.getClassLoader());
    }

    @Override
    public URL getResource(String name) {
        return super.getResource(own(name));
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return super.getResources(own(name));
    }

    private static String own(String name) {
        return name.startsWith("db/migration") ? "workshop/" + name : name;
    }
}
