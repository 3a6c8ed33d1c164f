package org.shishi.testkit.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shishi.api.programme.Programme;
import org.shishi.api.programme.ProgrammeDescriptor;

/** A programme as its module was built: the folder of classes with the manifest in it, and the sources beside it. */
public final class BuiltProgramme {

    public static final String MANIFEST = "META-INF/MANIFEST.MF";
    public static final String EDITION = "edition.yaml";

    private static final Pattern JOB = Pattern.compile("<property name=\"job\\.(id|cron)\"[^>]*value=\"([^\"]*)\"");

    private final Programme programme;
    private final ProgrammeDescriptor descriptor;
    private final Path classes;
    private final Map<String, Parameter> edition;
    private final List<String> editionFaults = new ArrayList<>();

    /** A scheduled job as its component description says. */
    public record Job(String id, String cron) {}

    public BuiltProgramme(Programme programme) {
        this.programme = programme;
        this.descriptor = programme.describe();
        this.classes = folder(programme.getClass());
        this.edition = EditionReader.read(classes.resolve(EDITION), editionFaults);
    }

    private static Path folder(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public ProgrammeDescriptor descriptor() {
        return descriptor;
    }

    public Class<?> type() {
        return programme.getClass();
    }

    /** {@code target/classes} of the programme's module. */
    public Path classes() {
        return classes;
    }

    /** {@code src/main/java} of the programme's module. */
    public Path sources() {
        return classes.resolve("../../src/main/java").normalize();
    }

    /** {@code night-bus} as packages have it: {@code nightbus}. */
    public String packageWord() {
        return descriptor.id().replace("-", "");
    }

    /** By name, in the order of the file. */
    public Map<String, Parameter> edition() {
        return edition;
    }

    List<String> editionFaults() {
        return editionFaults;
    }

    /** Empty when the module was not built by Maven yet. */
    public Optional<Manifest> manifest() {
        Path file = classes.resolve(MANIFEST);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new Manifest(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** null: the manifest lacks it. */
    public String header(String name) {
        return manifest().map(m -> m.getMainAttributes().getValue(name)).orElse(null);
    }

    /** @param language {@code zh} or {@code en}; empty when there is no such file */
    public Map<String, String> texts(String language) {
        Map<String, String> texts = new TreeMap<>();
        Path file = classes.resolve("messages_" + language + ".properties");
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        }
        return texts;
    }

    public List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        for (String component : contents(classes.resolve("OSGI-INF"), ".xml")) {
            Map<String, String> found = new TreeMap<>();
            Matcher property = JOB.matcher(component);
            while (property.find()) {
                found.put(property.group(1), property.group(2));
            }
            if (found.containsKey("id")) {
                jobs.add(new Job(found.get("id"), found.getOrDefault("cron", "")));
            }
        }
        return jobs;
    }

    /** Texts of all files below a folder whose name ends so. */
    static List<String> contents(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> contents = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
                contents.add(Files.readString(file));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
