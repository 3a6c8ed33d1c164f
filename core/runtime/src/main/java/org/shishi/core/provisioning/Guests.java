package org.shishi.core.provisioning;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.text.Text;

/** How every jar of the folder fares: what administrators see. Thread-safe. */
final class Guests {

    private static final Comparator<ProgrammeStatus> ORDER = Comparator.comparing(
                    ProgrammeStatus::id, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ProgrammeStatus::year)
            .thenComparing(ProgrammeStatus::file, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Clock clock;
    /** By file name. */
    private final Map<String, ProgrammeStatus> byFile = new TreeMap<>();

    Guests(Clock clock) {
        this.clock = clock;
    }

    synchronized List<ProgrammeStatus> all() {
        List<ProgrammeStatus> all = new ArrayList<>(byFile.values());
        all.sort(ORDER);
        return all;
    }

    synchronized void retainFiles(Collection<String> names) {
        byFile.keySet().retainAll(names);
    }

    synchronized void forget(String name) {
        byFile.remove(name);
    }

    synchronized void put(JarFileInfo jar, ProgrammeStatus.State state, Text title, Text reason) {
        put(jar, jar.version().toString(), state, title, reason);
    }

    /** @param version the one that runs, when that is not the file's own */
    synchronized void put(JarFileInfo jar, String version, ProgrammeStatus.State state, Text title, Text reason) {
        ProgrammeStatus before = byFile.get(jar.name());
        boolean same = before != null && before.state() == state && version.equals(before.version());
        Instant since = same ? before.since() : clock.instant();
        byFile.put(
                jar.name(),
                new ProgrammeStatus(jar.id(), jar.year(), version, state, title, reason, jar.name(), since));
    }

    /** As {@link #put}, unless the file has gone meanwhile. */
    synchronized void change(JarFileInfo jar, String version, ProgrammeStatus.State state, Text title, Text reason) {
        if (byFile.containsKey(jar.name())) {
            put(jar, version, state, title, reason);
        }
    }

    synchronized boolean stopped(JarFileInfo jar) {
        ProgrammeStatus status = byFile.get(jar.name());
        return status != null && status.state() == ProgrammeStatus.State.STOPPED;
    }

    /** Whether a jar does what it should: it runs as itself, or would if it were not stopped. */
    synchronized boolean works(JarFileInfo jar) {
        ProgrammeStatus status = byFile.get(jar.name());
        return status != null
                && jar.version().toString().equals(status.version())
                && (status.state() == ProgrammeStatus.State.STOPPED
                        || status.state() == ProgrammeStatus.State.RUNNING && status.reason() == null);
    }

    /** The file is not taken; what stands for it stays as it is. */
    synchronized void kept(String name, Text reason) {
        byFile.computeIfPresent(
                name,
                (file, s) -> new ProgrammeStatus(
                        s.id(), s.year(), s.version(), s.state(), s.title(), reason, file, s.since()));
    }

    /** A file that is no programme, or one that is not taken. */
    synchronized void refused(String name, Text reason) {
        byFile.put(
                name,
                new ProgrammeStatus(null, 0, null, ProgrammeStatus.State.REFUSED, null, reason, name, clock.instant()));
    }
}
