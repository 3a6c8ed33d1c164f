package org.shishi.core.provisioning;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.Set;
import org.osgi.framework.Version;

/**
 * What this node's folder and the database last agreed on, by programme and year: with it, it shows which of the two has
 * changed since. Lost, it is as if the node were new: the database decides, unless the folder holds a newer version.
 */
final class Agreement {

    /** In place of a digest: nothing is to run. */
    static final String NOTHING = "-";

    enum Step {
        NONE,
        /** Both say the same: remember it. */
        AGREE,
        /** The folder is to follow the database. */
        TAKE,
        /** The database is to follow the folder. */
        TELL
    }

    private final Path file;
    private final Properties agreed = new Properties();

    Agreement(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                agreed.load(reader);
            }
        }
    }

    Set<String> editions() {
        return agreed.stringPropertyNames();
    }

    void note(String edition, String digest) throws IOException {
        agreed.setProperty(edition, digest);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (Writer writer = Files.newBufferedWriter(next)) {
            agreed.store(writer, "Programme/year and the digest of the jar that folder and database agree on");
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * @param here the jar in the folder; null: none
     * @param wanted the database's row; null: none
     */
    Step step(String edition, JarFileInfo here, WantedJars.Wanted wanted) {
        return step(
                agreed.getProperty(edition),
                here == null ? NOTHING : here.digest(),
                here == null ? null : here.version(),
                wanted == null ? null : wanted.removed() ? NOTHING : wanted.digest(),
                wanted == null ? null : wanted.version());
    }

    static Step step(String base, String here, Version version, String there, Version wanted) {
        if (here.equals(there)) {
            return here.equals(base) ? Step.NONE : Step.AGREE;
        }
        if (there == null) {
            return here.equals(NOTHING) ? Step.NONE : Step.TELL;
        }
        if (base == null) {
            return version != null && version.compareTo(wanted) > 0 ? Step.TELL : Step.TAKE;
        }
        // Where both have changed, what the others already run holds.
        return there.equals(base) ? Step.TELL : Step.TAKE;
    }
}
