package org.shishi.testkit.dev;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where everything lies. */
record DevFolders(Path product, Path plugins, String id) {

    DevFolders {
        product = product.toAbsolutePath().normalize();
        plugins = plugins.toAbsolutePath().normalize();
    }

    Path module() {
        return plugins.resolve(id);
    }

    Path sources() {
        return module().resolve("src/main");
    }

    /** What Maven compiled; its manifest says name and version. */
    Path built() {
        return module().resolve("target/classes");
    }

    Path classes() {
        return module().resolve("target/dev/classes");
    }

    Path classPath() {
        return module().resolve("target/dev.classpath");
    }

    Path home() {
        return module().resolve("target/dev-home");
    }

    Path dropFolder() {
        return home().resolve("plugins.d");
    }

    /** A sentence for each thing that must be there and is not. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (id.isBlank() || !Files.isDirectory(sources())) {
            missing.add("There is no programme '" + id + "': " + sources()
                    + " is missing. Say which one: mvn -Pdev -Dprogramme=<folder below plugins>.");
        } else if (!Files.exists(classPath())) {
            missing.add("The programme '" + id + "' was not built: " + classPath()
                    + " is missing. Is it named as a module in plugins/pom.xml? Then run: mvn -Pdev -Dprogramme=" + id
                    + ".");
        }
        if (!Files.exists(product.resolve("lib/java.options"))) {
            missing.add("The product is not assembled: " + product
                    + " has no lib/java.options. Run: mvn package -DskipTests.");
        }
        return missing;
    }
}
