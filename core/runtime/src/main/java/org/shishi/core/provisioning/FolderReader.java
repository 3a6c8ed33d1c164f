package org.shishi.core.provisioning;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shishi.api.platform.Incidents;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what lies in the drop folder, and says once in the log what is not taken and why. Not thread-safe. */
final class FolderReader {

    private static final Logger LOG = LoggerFactory.getLogger(FolderReader.class);

    /** @param programmes that can be read @param refused the other files, each with the reason */
    record Reading(List<JarFileInfo> programmes, Map<String, Text> refused) {}

    private final DropFolder folder;
    private final JarInspection inspection;
    private final Texts words;
    private final Incidents incidents;
    private final Map<String, Text> told = new HashMap<>();

    FolderReader(DropFolder folder, JarInspection inspection, Texts words, Incidents incidents) {
        this.folder = folder;
        this.inspection = inspection;
        this.words = words;
        this.incidents = incidents;
    }

    Reading read() {
        Set<String> names = folder.files().keySet();
        List<JarFileInfo> programmes = new ArrayList<>();
        Map<String, Text> refused = new TreeMap<>();
        for (String name : names) {
            try {
                programmes.add(inspection.inspect(folder.path(name), name));
            } catch (RefusedJar e) {
                // One that was taken away while it was read is not there, and that is all.
                if (Files.exists(folder.path(name))) {
                    refused.put(name, e.reason());
                }
            } catch (RuntimeException e) {
                // One odd file must not keep the others from being looked at.
                refused.put(name, words.get("plugin.failed", e.toString(), incidents.report("reading " + name, e)));
            }
        }
        told.keySet().retainAll(names);
        refused.forEach(this::tell);
        return new Reading(programmes, refused);
    }

    /** Once for each file and reason, however often the folder is looked at. */
    void tell(String name, Text reason) {
        if (!reason.equals(told.put(name, reason))) {
            LOG.warn("{} is not taken: {}", name, reason.en());
        }
    }

    /** It is taken: should it turn bad again, that is worth a line. */
    void taken(String name) {
        told.remove(name);
    }
}
