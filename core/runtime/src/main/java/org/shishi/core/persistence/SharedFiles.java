package org.shishi.core.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What one node keeps in a folder of its home and another one may be asked for: lies in the database as well, where
 * several nodes can share it. On an embedded database there is one node, and nothing is done here. Thread-safe.
 */
@Component(service = SharedFiles.class)
public final class SharedFiles {

    private static final FileParts PARTS = new FileParts("core.shared_file_part", "name");

    private final CoreDatabase database;
    private final Clock clock;

    @Activate
    public SharedFiles(@Reference CoreDatabase database, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Puts a sealed file where all nodes find it; the same again only begins its days anew. */
    public void put(String name, Path file) throws IOException {
        if (!database.postgres() || touch(name)) {
            return;
        }
        try {
            database.transact(handle -> insert(handle, name, file));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean insert(Handle handle, String name, Path file) {
        boolean first = Inserts.unlessTaken(handle, () -> handle.createUpdate(
                        "insert into core.shared_file (name, touched_at) values (:name, :now)")
                .bind("name", name)
                .bind("now", now())
                .execute());
        if (first) {
            try (InputStream in = Files.newInputStream(file)) {
                PARTS.write(handle, name, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return first;
    }

    /** @return whether it is there */
    public boolean touch(String name) {
        return database.postgres()
                && database.transact(handle -> handle.createUpdate(
                                        "update core.shared_file set touched_at = :now where name = :name")
                                .bind("now", now())
                                .bind("name", name)
                                .execute())
                        > 0;
    }

    public boolean has(String name) {
        return database.postgres() && database.read(handle -> PARTS.has(handle, name));
    }

    /**
     * Brings a file that another node put in to this one, unless it is here.
     *
     * @return whether it is here now
     */
    public boolean fetch(String name, Path target) throws IOException {
        if (Files.exists(target)) {
            return true;
        }
        if (!database.postgres()) {
            return false;
        }
        Files.createDirectories(target.getParent());
        Path part = Files.createTempFile(target.getParent(), "in", ".part");
        try {
            boolean there;
            try (OutputStream out = Files.newOutputStream(part)) {
                there = PARTS.read(database, name, out);
            }
            if (there) {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return there;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Deletes what nobody has touched for long and nobody needs.
     *
     * @param folder begin of the names
     * @param needed by name
     * @return how many files went
     */
    public long sweep(String folder, Duration longest, Predicate<String> needed) {
        if (!database.postgres()) {
            return 0;
        }
        OffsetDateTime old = now().minus(longest);
        List<String> names = database.read(handle -> handle.createQuery(
                        "select name from core.shared_file where name like :folder and touched_at < :old")
                .bind("folder", folder + "%")
                .bind("old", old)
                .mapTo(String.class)
                .list());
        return names.stream()
                .filter(needed.negate())
                .filter(name -> drop(name, old))
                .count();
    }

    private boolean drop(String name, OffsetDateTime old) {
        return database.transact(handle -> {
            boolean gone = handle.createUpdate("delete from core.shared_file where name = :name and touched_at < :old")
                            .bind("name", name)
                            .bind("old", old)
                            .execute()
                    > 0;
            if (gone) {
                handle.execute("delete from core.shared_file_part where name = ?", name);
            }
            return gone;
        });
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
