package org.shishi.core.persistence.sample;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/** A loader whose folder {@code db/migration} is the sample's. */
public final class SampleLoader extends ClassLoader {

    public SampleLoader() {
        super(SampleLoader.class.getClassLoader());
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
        return name.startsWith("db/migration") ? "sample/" + name : name;
    }
}
