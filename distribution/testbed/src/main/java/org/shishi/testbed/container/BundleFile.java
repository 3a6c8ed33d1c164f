package org.shishi.testbed.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A bundle to be installed.
 *
 * @param jar the file
 * @param startLevel the framework start level at which it starts, 1 or more
 */
public record BundleFile(Path jar, int startLevel) {

    public BundleFile {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException("no such bundle: " + jar);
        }
        if (startLevel < 1) {
            throw new IllegalArgumentException("start level " + startLevel + " of " + jar);
        }
    }

    /** The jar on the class path that holds the named class; it is not initialised. */
    public static BundleFile holding(String className, int startLevel) {
        try {
            Class<?> type = Class.forName(className, false, BundleFile.class.getClassLoader());
            return new BundleFile(locationOf(type), startLevel);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("not on the class path: " + className, e);
        }
    }

    /** The jar or folder that a class was loaded from. */
    static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no location of " + type, e);
        }
    }

    boolean isFragment() {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue("Fragment-Host") != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
