package org.shishi.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Puts the programmes that come with the product into the home's drop folder. Each is given once: who removes one does
 * not get it back at the next start. A newer distribution brings its newer version, but what the operators dropped
 * themselves stays, unless it is older.
 */
final class ShippedProgrammes {

    private final Path folder;
    private final Path record;
    private final Properties given = new Properties();

    private ShippedProgrammes(Home home) {
        folder = home.programmes();
        record = folder.resolve(".shipped");
    }

    static void deliver(List<Path> shipped, Home home) {
        try {
            new ShippedProgrammes(home).deliver(shipped);
        } catch (IOException e) {
            throw new Refusal("The folder " + home.programmes() + " cannot be filled: " + Reason.of(e) + ".");
        }
    }

    private void deliver(List<Path> shipped) throws IOException {
        if (Files.exists(record)) {
            try (Reader reader = Files.newBufferedReader(record)) {
                given.load(reader);
            }
        }
        List<ProgrammeJar> present = read(Distribution.jars(folder));
        for (ProgrammeJar jar : read(shipped)) {
            List<ProgrammeJar> same = present.stream()
                    .filter(p -> p.identity().equals(jar.identity()))
                    .toList();
            if (same.isEmpty() ? !given.containsKey(jar.identity()) : outdated(same, jar)) {
                copy(jar);
                for (ProgrammeJar old : same) {
                    if (!old.file().getFileName().equals(jar.file().getFileName())) {
                        Files.delete(old.file());
                    }
                }
                given.setProperty(jar.identity(), jar.digest());
            }
        }
        try (Writer writer = Files.newBufferedWriter(record)) {
            given.store(writer, "What came with the product: programme/year and the digest of the jar");
        }
    }

    private boolean outdated(List<ProgrammeJar> present, ProgrammeJar shipped) throws IOException {
        for (ProgrammeJar jar : present) {
            int order = jar.version().compareTo(shipped.version());
            boolean oursUntouched = jar.digest().equals(given.getProperty(shipped.identity()));
            // The same version with other contents: a fresh build of ours replaces ours, never what others dropped.
            boolean rebuilt = order == 0 && oursUntouched && !jar.digest().equals(shipped.digest());
            if (order >= 0 && !rebuilt) {
                return false;
            }
        }
        return true;
    }

    /** Moved in whole: whoever watches the folder never sees half a jar. */
    private void copy(ProgrammeJar jar) throws IOException {
        Path name = jar.file().getFileName();
        Path half = folder.resolve("." + name + ".tmp");
        Files.copy(jar.file(), half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<ProgrammeJar> read(List<Path> files) {
        return files.stream().map(ProgrammeJar::read).flatMap(Optional::stream).toList();
    }
}
