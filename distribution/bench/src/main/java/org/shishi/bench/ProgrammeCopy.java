package org.shishi.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Jars made of a programme's: another version of it, or another programme that is the same but for its name. */
final class ProgrammeCopy {

    private final Path original;

    ProgrammeCopy(Path original) {
        this.original = original;
    }

    /** A copy, kept, of the one programme that lies in a folder. */
    static ProgrammeCopy of(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            Path jar = files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jar in " + folder));
            Path copy = Files.createTempDirectory("shishi-bench").resolve("programme.jar");
            return new ProgrammeCopy(Files.copy(jar, copy));
        }
    }

    Path path() {
        return original;
    }

    /** The same programme with another version. */
    Path version(String version) throws IOException {
        return rewrite(null, version);
    }

    /**
     * Another programme, with rules of its own; its id must be as long as the original's, which stands in class files,
     * and its last letter tells its rules from others' ({@code R-B.1}).
     */
    Path named(String id) throws IOException {
        return rewrite(id, null);
    }

    private Path rewrite(String id, String version) throws IOException {
        Path made = Files.createTempFile("shishi-bench", ".jar");
        try (JarFile jar = new JarFile(original.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            String from = manifest.getMainAttributes().getValue("Shishi-Programme");
            if (version != null) {
                manifest.getMainAttributes().putValue("Bundle-Version", version);
            }
            if (id != null) {
                if (id.length() != from.length()) {
                    throw new IllegalArgumentException(id + " is not as long as " + from);
                }
                manifest.getMainAttributes().putValue("Shishi-Programme", id);
                manifest.getMainAttributes()
                        .putValue("Bundle-SymbolicName", "org.shishi.programme." + id.replace("-", ""));
            }
            try (OutputStream file = Files.newOutputStream(made);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (JarEntry entry : jar.stream().toList()) {
                    if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new ZipEntry(entry.getName()));
                        out.write(content(jar, entry, from, id));
                        out.closeEntry();
                    }
                }
            }
        }
        return made;
    }

    private static byte[] content(JarFile jar, JarEntry entry, String from, String id) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var in = jar.getInputStream(entry)) {
            in.transferTo(bytes);
        }
        if (id == null || !entry.getName().matches(".*[.](class|properties)")) {
            return bytes.toByteArray();
        }
        String rule = "R-" + Character.toUpperCase(id.charAt(id.length() - 1)) + ".";
        // Constants of the same length stay where they are.
        return bytes.toString(StandardCharsets.ISO_8859_1)
                .replace(from, id)
                .replaceAll("R-[0-9][.](?=[0-9])", rule)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Moved into place at once, as a careful administrator does. */
    static void drop(Path jar, Path target) throws IOException {
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        Files.copy(jar, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
