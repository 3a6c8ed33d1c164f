package org.shishi.vaadin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The contents of the merged bundle, before they are packed. */
final class Merged {

    static final Path CLASSES = Path.of(System.getProperty("shishi.vaadin.classes"));
    static final Path VAADIN = CLASSES.resolve("META-INF/VAADIN");
    static final Path THIRD_PARTY = CLASSES.resolve("META-INF/THIRD-PARTY-npm.txt");
    static final JsonMapper JSON = JsonMapper.shared();

    private Merged() {}

    /** What Vite put into the front-end bundle: the modules asked for, and each npm package with its version. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Stats(List<String> bundleImports, Map<String, String> npmModules) {}

    static Stats stats() {
        return JSON.readValue(VAADIN.resolve("config/stats.json").toFile(), Stats.class);
    }

    static Map<String, String> scriptsByName() {
        try (Stream<Path> files = Files.walk(VAADIN.resolve("webapp"))) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), Merged::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
