package org.shishi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the lists in the product are about all of the product; the build itself refuses licences that are not open. */
class LicencesIT {

    private static final Path PRODUCT = Path.of(System.getProperty("shishi.product", "target/shishi"));

    private static final Pattern COMMERCIAL = Pattern.compile(
            "vaadin[-./a-z]*(charts?|board|crud|grid-?pro|rich-?text-?editor|map|spreadsheet|dashboard)\\b");

    @Test
    void everyJarIsListed() throws IOException {
        String list = Files.readString(PRODUCT.resolve("THIRD-PARTY.txt"));
        for (Path jar : jars()) {
            String name = jar.getFileName().toString();
            String artifact = name.replaceFirst("-[0-9][0-9.]*(-[a-z-]+)?\\.jar$", "");
            if (!isOwn(jar)) {
                assertTrue(list.contains(":" + artifact + " "), () -> artifact + " is not in\n" + list);
            }
        }
    }

    /** What is merged into own bundles is named in the pom as provided, so it stands on this test's class path. */
    @Test
    void everyClassInOwnBundlesComesFromWhatIsListed() throws IOException {
        Set<String> unknown = new TreeSet<>();
        for (Path jar : jars()) {
            if (isOwn(jar)) {
                try (InputStream in = Files.newInputStream(jar)) {
                    collectUnknown(in, unknown);
                }
            }
        }
        assertEquals(Set.of(), unknown, "packages that no dependency accounts for");
    }

    @Test
    void nothingOfVaadinIsCommercial() throws IOException {
        String npm = Files.readString(PRODUCT.resolve("THIRD-PARTY-npm.txt"));
        assertFalse(COMMERCIAL.matcher(npm).find(), "in THIRD-PARTY-npm.txt");
        String java = Files.readString(PRODUCT.resolve("THIRD-PARTY.txt"));
        assertFalse(COMMERCIAL.matcher(java).find(), "in THIRD-PARTY.txt");
        assertTrue(COMMERCIAL.matcher("@vaadin/grid-pro 25.2.4").find(), "the pattern works");
    }

    private static void collectUnknown(InputStream in, Set<String> unknown) throws IOException {
        JarInputStream jar = new JarInputStream(in);
        for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
            String name = entry.getName();
            if (name.endsWith(".jar")) {
                collectUnknown(jar, unknown);
            } else if (name.endsWith(".class") && !name.startsWith("org/shishi/") && !isKnown(name)) {
                unknown.add(name.substring(0, name.lastIndexOf('/')));
            }
        }
    }

    private static boolean isKnown(String name) throws IOException {
        for (URL place : Collections.list(LicencesIT.class.getClassLoader().getResources(name))) {
            if (!place.getPath().contains("/shishi-")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOwn(Path jar) throws IOException {
        try (JarInputStream in = new JarInputStream(Files.newInputStream(jar))) {
            String name = in.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
            return name != null && name.startsWith("org.shishi.");
        }
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.walk(PRODUCT)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
