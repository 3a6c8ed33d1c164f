package org.shishi.itest.hotplug;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.shishi.testbed.process.ProductFolder;

/** A programme's jar as it was built, and the way to others made of it: other versions, other ids, hostile ones. */
public final class ProgrammeJar {

    private static final String ID = "Shishi-Programme";
    private static final String VERSION = "Bundle-Version";

    private final Map<String, byte[]> entries;
    private final Manifest manifest;

    private ProgrammeJar(Manifest manifest, Map<String, byte[]> entries) {
        this.manifest = manifest;
        this.entries = entries;
    }

    /** Every programme that the product ships or that the build has made beside, by id. Nobody tells their names. */
    public static Collection<ProgrammeJar> all() {
        Path product = ProductFolder.locate();
        List<Path> files = new ArrayList<>(jars(product.resolve("plugins")));
        Path sources = product.resolve("../../../../plugins").normalize();
        if (Files.isDirectory(sources)) {
            for (Path folder : list(sources)) {
                files.addAll(jars(folder.resolve("target")));
            }
        }
        Map<String, ProgrammeJar> byId = new TreeMap<>();
        for (Path file : files) {
            ProgrammeJar jar = read(file);
            if (jar.id() != null) {
                byId.putIfAbsent(jar.id(), jar);
            }
        }
        if (byId.isEmpty()) {
            throw new IllegalStateException("no programme in " + product + " nor in " + sources);
        }
        return byId.values();
    }

    public static ProgrammeJar read(Path file) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    entries.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
                }
            }
            return new ProgrammeJar(
                    jar.getManifest() == null ? new Manifest() : new Manifest(jar.getManifest()), entries);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static List<Path> jars(Path folder) {
        return Files.isDirectory(folder)
                ? list(folder).stream()
                        .filter(file -> file.toString().endsWith(".jar"))
                        .toList()
                : List.of();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String id() {
        return manifest.getMainAttributes().getValue(ID);
    }

    public String version() {
        return manifest.getMainAttributes().getValue(VERSION);
    }

    public int year() {
        return Integer.parseInt(version().split("\\.")[0]);
    }

    /** Java package of its classes. */
    String home() {
        return manifest.getMainAttributes().getValue("Bundle-SymbolicName").split(";")[0];
    }

    String header(String name) {
        return manifest.getMainAttributes().getValue(name);
    }

    public ProgrammeJar as(String version) {
        return with(VERSION, version);
    }

    /** @param value null: without that header */
    ProgrammeJar with(String header, String value) {
        Manifest changed = new Manifest(manifest);
        if (value == null) {
            changed.getMainAttributes().remove(new java.util.jar.Attributes.Name(header));
        } else {
            changed.getMainAttributes().putValue(header, value);
        }
        return new ProgrammeJar(changed, entries);
    }

    ProgrammeJar with(String entry, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.put(entry, content);
        return new ProgrammeJar(manifest, changed);
    }

    /** Its programme component waits for one more service. */
    ProgrammeJar waitingFor(String service) {
        String component = entries.keySet().stream()
                .filter(name -> name.startsWith("OSGI-INF/")
                        && text(name).contains("interface=\"org.shishi.api.programme.Programme\""))
                .findFirst()
                .orElseThrow();
        String wants = text(component)
                .replace(
                        "<implementation",
                        "<reference name=\"missing\" interface=\"" + service + "\"/><implementation");
        return with(component, wants.getBytes(StandardCharsets.UTF_8));
    }

    private String text(String entry) {
        return new String(entries.get(entry), StandardCharsets.UTF_8);
    }

    /** Another word in place of one that its classes say. */
    ProgrammeJar saying(String other, String insteadOf) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.replaceAll((name, content) ->
                name.endsWith(".class") ? ClassConstants.replaced(content, insteadOf, other) : content);
        return new ProgrammeJar(manifest, changed);
    }

    /** The same programme under another name: a neighbour. */
    public ProgrammeJar renamed(String id) {
        return saying(id, id()).with(ID, id).with("Bundle-SymbolicName", "org.shishi.programme." + id.replace("-", ""));
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Moved into place at once, as a careful administrator does. */
    public void drop(Path target) {
        drop(bytes(), target);
    }

    static void drop(byte[] content, Path target) {
        try {
            Path beside = Files.write(target.resolveSibling("." + target.getFileName() + ".part"), content);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return id() + " " + version();
    }
}
