package org.shishi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shishi.launcher.fixture.FixtureActivator;
import org.shishi.launcher.fixture.HealthServlet;

/**
 * The assembled product with one small bundle in place of the platform's own: the launcher, the script and every
 * third-party bundle are those that are shipped.
 */
record FixtureProduct(Path root) {

    private static final Path PRODUCT = Path.of(System.getProperty("shishi.product", "target/shishi"));

    static FixtureProduct in(Path root) throws IOException {
        for (String folder : List.of("bin", "conf", "lib", "bundles/10", "bundles/20", "bundles/50")) {
            copy(folder, root);
        }
        Files.copy(PRODUCT.resolve("VERSION"), root.resolve("VERSION"));
        Files.createDirectories(root.resolve("plugins"));
        Files.createDirectories(root.resolve("bundles/30"));
        Jars.write(
                root.resolve("plugins/fixture-2024.1.0.jar"),
                Map.of("Bundle-SymbolicName", "fixture", "Bundle-Version", "2024.1.0"));
        FixtureProduct product = new FixtureProduct(root);
        product.bundle(
                "fixture",
                Map.of(
                        "Bundle-Activator",
                        FixtureActivator.class.getName(),
                        "Import-Package",
                        "org.osgi.framework,jakarta.servlet;version=\"[6.0,7)\",jakarta.servlet.http;version=\"[6.0,7)\""),
                FixtureActivator.class,
                HealthServlet.class);
        return product;
    }

    private static void copy(String folder, Path root) throws IOException {
        Files.createDirectories(root.resolve(folder));
        try (Stream<Path> files = Files.list(PRODUCT.resolve(folder))) {
            for (Path file : files.toList()) {
                Path target = root.resolve(folder).resolve(file.getFileName());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Adds a bundle to the platform's. */
    Path bundle(String name, Map<String, String> headers, Class<?>... classes) throws IOException {
        Path file = root.resolve("bundles/30").resolve(name + ".jar");
        Map<String, String> all = new HashMap<>(headers);
        all.put("Bundle-SymbolicName", name);
        return Jars.write(file, all, classes);
    }

    Path script() {
        return root.resolve("bin/shishi");
    }
}
