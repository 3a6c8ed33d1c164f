package org.shishi.core.provisioning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the drop folders of all nodes of a database hold the same programmes. What is dropped or removed on one is told to
 * the database once it works there, and the others follow. Not thread-safe.
 */
final class Convergence {

    private static final Logger LOG = LoggerFactory.getLogger(Convergence.class);

    private final WantedJars wanted;
    private final Agreement agreement;
    private final DropFolder folder;
    private final Predicate<JarFileInfo> works;

    /** @param works whether a jar does what it should on this node, so that others may have it */
    Convergence(WantedJars wanted, Agreement agreement, DropFolder folder, Predicate<JarFileInfo> works) {
        this.works = works;
        this.wanted = wanted;
        this.agreement = agreement;
        this.folder = folder;
    }

    /**
     * @param here the jar that stands for each programme and year in this node's folder
     * @param all every programme jar in it
     * @param sure what is missing was taken away; false: it may be one of the files that cannot be read
     * @return whether the folder was changed
     */
    boolean converge(Map<String, JarFileInfo> here, Collection<JarFileInfo> all, boolean sure) throws IOException {
        Map<String, WantedJars.Wanted> there = wanted.all();
        Set<String> editions = new TreeSet<>(there.keySet());
        editions.addAll(here.keySet());
        boolean changed = false;
        for (String edition : editions) {
            JarFileInfo jar = here.get(edition);
            switch (agreement.step(edition, jar, there.get(edition))) {
                case NONE -> {
                    continue;
                }
                case AGREE -> agreement.note(edition, jar == null ? Agreement.NOTHING : jar.digest());
                case TAKE -> {
                    take(there.get(edition), jar, all);
                    changed = true;
                }
                case TELL -> {
                    if (jar != null || sure) {
                        tell(edition, jar);
                    } else {
                        take(there.get(edition), null, all);
                        changed = true;
                    }
                }
            }
        }
        return changed;
    }

    private void tell(String edition, JarFileInfo jar) throws IOException {
        if (jar == null) {
            String[] words = edition.split("/");
            wanted.remove(words[0], Integer.parseInt(words[1]));
            agreement.note(edition, Agreement.NOTHING);
        } else if (works.test(jar) && FileDigest.of(jar.file()).equals(jar.digest())) {
            wanted.put(jar);
            agreement.note(edition, jar.digest());
        }
    }

    private void take(WantedJars.Wanted row, JarFileInfo here, Collection<JarFileInfo> all) throws IOException {
        for (JarFileInfo jar : all) {
            if (jar.edition().equals(row.edition()) && !jar.equals(here)) {
                folder.setAside(jar.name());
            }
        }
        if (row.removed()) {
            LOG.info("{} was taken away on another node", row.edition());
            if (here != null) {
                folder.remove(here.name());
            }
            agreement.note(row.edition(), Agreement.NOTHING);
            return;
        }
        LOG.info("{} {} comes from another node", row.edition(), row.version());
        Path content = Files.createTempFile("shishi-programme", ".jar");
        try {
            wanted.fetch(row.digest(), content);
            folder.put(content, here == null ? name(row, all) : here.name());
        } finally {
            Files.deleteIfExists(content);
        }
        agreement.note(row.edition(), row.digest());
    }

    /** The name that the others know, unless another programme's file bears it here. */
    private String name(WantedJars.Wanted row, Collection<JarFileInfo> all) {
        boolean taken = all.stream().anyMatch(jar -> jar.name().equals(row.file()));
        return taken ? row.id() + "-" + row.year() + ".jar" : row.file();
    }
}
