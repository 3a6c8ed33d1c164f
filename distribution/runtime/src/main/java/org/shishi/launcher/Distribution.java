package org.shishi.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The unpacked product: what was built, never written to. */
record Distribution(Path root) {

    /** The one this class was loaded from: {@code lib/shishi-runtime-x.jar}. */
    static Distribution current() {
        try {
            Path jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Distribution(jar.getParent().getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String version() {
        try {
            return Files.readString(root.resolve("VERSION")).strip();
        } catch (IOException e) {
            throw incomplete(e);
        }
    }

    Path script() {
        return root.resolve("bin").resolve("shishi");
    }

    Path settingsTemplate() {
        return root.resolve("conf").resolve("shishi.properties");
    }

    /** The platform's bundles by start level: the folders' names. */
    SortedMap<Integer, List<Path>> bundles() {
        SortedMap<Integer, List<Path>> byLevel = new TreeMap<>();
        for (Path folder : list(root.resolve("bundles"))) {
            byLevel.put(Integer.valueOf(folder.getFileName().toString()), jars(folder));
        }
        return byLevel;
    }

    /** The programmes that come with the product. */
    List<Path> programmes() {
        Path folder = root.resolve("plugins");
        return Files.isDirectory(folder) ? jars(folder) : List.of();
    }

    static List<Path> jars(Path folder) {
        return list(folder).stream()
                .filter(file -> file.toString().endsWith(".jar"))
                .toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw incomplete(e);
        }
    }

    private static RuntimeException incomplete(IOException e) {
        return new UncheckedIOException("The distribution is incomplete", e);
    }
}
