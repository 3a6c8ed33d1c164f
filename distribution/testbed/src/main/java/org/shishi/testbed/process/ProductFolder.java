package org.shishi.testbed.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the assembled product: the folder {@code distribution/runtime/target/shishi}, as built just before. */
public final class ProductFolder {

    /** A system property that names another folder, for instance an unpacked release. */
    public static final String PROPERTY = "shishi.product";

    private ProductFolder() {}

    public static Path locate() {
        String set = System.getProperty(PROPERTY, "");
        Path folder = set.isEmpty() ? module().resolveSibling("runtime").resolve("target/shishi") : Path.of(set);
        if (!Files.isRegularFile(folder.resolve("bin/shishi"))) {
            throw new IllegalStateException("The product is not assembled: " + folder
                    + " has no bin/shishi. Run mvn package in the root of the project first.");
        }
        return folder.toAbsolutePath().normalize();
    }

    /** The Maven module whose tests run; Surefire and Failsafe say where it is, an IDE starts in it. */
    static Path module() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();
    }
}
