package org.shishi.core.audit;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.core.crypto.Keys;
import org.shishi.core.persistence.CoreDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes once a minute, outside the database, how far the log has come. A chain does not show that its end was taken back:
 * whoever can write to the database could delete the last day and set the lanes to the line before. What does not continue
 * the note is told at once, and the note stays as it was.
 */
@Component(service = AuditWitness.class, immediate = true)
public final class AuditWitness {

    private static final Logger LOG = LoggerFactory.getLogger(AuditWitness.class);
    private static final int PERIOD_SECONDS = 60;

    private final CoreDatabase database;
    private final AuditNote note;
    private final ScheduledExecutorService watch;
    private Map<Integer, AuditLane> before;
    private boolean told;

    @Activate
    public AuditWitness(@Reference PlatformInfo platform, @Reference CoreDatabase database, @Reference Keys keys) {
        this(platform.home().resolve("data").resolve("audit.seen"), database, keys);
        watch.scheduleWithFixedDelay(this::quietly, PERIOD_SECONDS / 4, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /** Looks only when told to; for tests. */
    public AuditWitness(Path file, CoreDatabase database, Keys keys) {
        this.database = database;
        this.note = new AuditNote(file, keys);
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("shishi-audit").factory());
    }

    @Deactivate
    void stop() {
        watch.shutdownNow();
    }

    /** A minute late: what an embedded database that is killed may lose of its last second was not noted yet. */
    private void quietly() {
        try {
            Map<Integer, AuditLane> now = database.read(AuditLane::all);
            if (before != null) {
                note(before, now);
            }
            before = now;
        } catch (RuntimeException e) {
            LOG.debug("How far the audit log has come cannot be noted", e);
        }
    }

    /** Notes how far the log has come, if it goes on from where it was. */
    void look() {
        Map<Integer, AuditLane> now = database.read(AuditLane::all);
        note(now, now);
    }

    private synchronized void note(Map<Integer, AuditLane> wanted, Map<Integer, AuditLane> now) {
        Optional<Map<Integer, AuditLane>> noted = note.read();
        boolean whole = noted.map(lanes -> continued(lanes, now)).orElse(!note.exists()) && continued(wanted, now);
        if (whole && !noted.equals(Optional.of(wanted))) {
            note.write(wanted);
        }
        if (!whole && !told) {
            LOG.error(
                    "The audit log does not continue what {} says of it: lines were taken away, or the file was"
                            + " changed. Run 'bin/shishi audit verify'. If the database was restored from a backup or"
                            + " begun anew, delete this file.",
                    note.file());
        }
        told = !whole;
    }

    private boolean continued(Map<Integer, AuditLane> before, Map<Integer, AuditLane> now) {
        return database.read(handle -> before.values().stream()
                .filter(lane -> lane.entries() > 0 && !lane.equals(now.get(lane.lane())))
                .allMatch(lane -> now.containsKey(lane.lane())
                        && now.get(lane.lane()).entries() >= lane.entries()
                        && lane.mac()
                                .equals(AuditLane.macAt(handle, lane.lane(), lane.entries())
                                        .orElse(null))));
    }

    /** What the file says; empty: there is none yet, or nobody here wrote it. */
    Optional<Map<Integer, AuditLane>> seen() {
        return note.read();
    }

    /** Whether there is a file that nobody here wrote. */
    boolean forged() {
        return note.exists() && note.read().isEmpty();
    }

    Path file() {
        return note.file();
    }
}
