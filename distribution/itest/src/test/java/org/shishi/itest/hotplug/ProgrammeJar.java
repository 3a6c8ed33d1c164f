package org.shishi.itest.hotplug;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes other versions of a programme's jar. */
final class ProgrammeJar {

    private final Path original;

    ProgrammeJar(Path original) {
        this.original = original;
    }

    /** The one programme jar that lies in a folder. */
    static ProgrammeJar in(Path folder) {
        try (var files = Files.list(folder)) {
            return new ProgrammeJar(files.filter(f -> f.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jar in " + folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return original;
    }

    /** The same programme with another version, moved into place at once as a careful administrator does. */
    void drop(String version, Path target) {
        try (JarFile jar = new JarFile(original.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            Path temp = Files.createTempFile("programme", ".jar");
            try (OutputStream file = Files.newOutputStream(temp);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                copy(jar, out);
            }
            move(temp, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void move(Path from, Path target) throws IOException {
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(JarFile jar, JarOutputStream out) throws IOException {
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                continue;
            }
            out.putNextEntry(new JarEntry(entry.getName()));
            try (InputStream in = jar.getInputStream(entry)) {
                in.transferTo(out);
            }
            out.closeEntry();
        }
    }
}
