package org.shishi.testbed.container;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.AssertionFailedError;
import org.ops4j.pax.exam.ProbeInvoker;

/**
 * The packages that inside and outside have in common: JUnit and this driver. The framework exports them from the
 * class path, so a failure inside is the very same class outside and nothing needs translating.
 */
record SharedPackages(Set<String> names) {

    private static final List<Class<?>> ALWAYS = List.of(
            Test.class,
            ParameterizedTest.class,
            ReflectionSupport.class,
            AssertionFailedError.class,
            ProbeInvoker.class,
            Awaitility.class,
            SharedPackages.class);

    static SharedPackages of(BundleSet set) throws IOException {
        List<Class<?>> markers = new ArrayList<>(ALWAYS);
        markers.addAll(set.sharedLibraries());
        Set<String> names = new TreeSet<>();
        for (Class<?> marker : markers) {
            Path location = BundleFile.locationOf(marker);
            if (Files.isDirectory(location)) {
                collect(location, names);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(location)) {
                    collect(jar.getPath("/"), names);
                }
            }
        }
        return new SharedPackages(names);
    }

    private static void collect(Path root, Set<String> names) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> root.relativize(file.getParent()).toString())
                    .map(folder -> folder.replace('\\', '/').replace('/', '.'))
                    .filter(name -> !name.isEmpty() && !name.startsWith("META-INF"))
                    .forEach(names::add);
        }
    }

    /** A test class in one of these packages would lose its neighbours inside; say so instead. */
    void refuse(Class<?> testClass) {
        if (names.contains(testClass.getPackageName())) {
            throw new IllegalStateException("package " + testClass.getPackageName()
                    + " belongs to the driver or a shared library: move " + testClass.getSimpleName() + " to another");
        }
    }
}
