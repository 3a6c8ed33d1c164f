package org.shishi.core.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder into which administrators copy jars. A file counts once two looks in a row saw it with the same size and time:
 * until then somebody may still be copying.
 */
final class DropFolder {

    /** How a file looked. */
    record Look(long size, long modified, Object fileKey) {}

    private final Path folder;
    private Map<String, Look> last = Map.of();
    private Map<String, Look> settled = Map.of();

    DropFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /**
     * Looks again.
     *
     * @return whether what is settled differs from the look before
     */
    boolean changed() throws IOException {
        Map<String, Look> now = look();
        Map<String, Look> steady = new TreeMap<>(now);
        steady.entrySet().removeIf(file -> !file.getValue().equals(last.get(file.getKey())));
        last = now;
        // A file that is being written again counts as it was until it is steady.
        now.keySet().stream()
                .filter(name -> !steady.containsKey(name) && settled.containsKey(name))
                .forEach(name -> steady.put(name, settled.get(name)));
        boolean changed = !steady.equals(settled);
        settled = steady;
        return changed;
    }

    /** Takes what lies there now as settled: at the start, and after a file that the platform itself has put there. */
    void settle() throws IOException {
        last = look();
        settled = last;
    }

    Map<String, Look> files() {
        return settled;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Puts a jar into place in one move. */
    void put(Path jar, String name) throws IOException {
        Path beside = Files.createTempFile(folder, ".incoming", ".part");
        try (InputStream in = Files.newInputStream(jar)) {
            Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, path(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Takes a jar out of the count without throwing it away. */
    void setAside(String name) throws IOException {
        Files.move(path(name), path(name + ".replaced"), StandardCopyOption.REPLACE_EXISTING);
    }

    void remove(String name) throws IOException {
        Files.deleteIfExists(path(name));
    }

    private Map<String, Look> look() throws IOException {
        Map<String, Look> looks = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(DropFolder::isJar).toList()) {
                try {
                    var attributes = Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class);
                    looks.put(
                            file.getFileName().toString(),
                            new Look(
                                    attributes.size(),
                                    attributes.lastModifiedTime().toMillis(),
                                    attributes.fileKey()));
                } catch (NoSuchFileException e) {
                    // gone between listing and looking
                }
            }
        }
        return looks;
    }

    private static boolean isJar(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jar") && !name.startsWith(".") && Files.isRegularFile(file);
    }
}
