package org.shishi.core.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.FileParts;
import org.shishi.core.persistence.Inserts;

/** The jars that all nodes of a database are to run, with their contents: {@code core.programme_jar}. */
@Component(service = WantedJars.class)
public final class WantedJars {

    private static final FileParts PARTS = new FileParts("core.programme_jar_part", "digest");

    private final CoreDatabase database;
    private final Clock clock;

    @Activate
    public WantedJars(@Reference CoreDatabase database, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param file name in the drop folder of who brought it @param removed no node is to run it */
    record Wanted(String id, int year, Version version, String file, String digest, boolean removed) {

        String edition() {
            return id + "/" + year;
        }
    }

    Map<String, Wanted> all() {
        Map<String, Wanted> all = new TreeMap<>();
        database.read(handle -> handle.createQuery("select id, edition_year, version, file_name, digest, removed"
                                + " from core.programme_jar")
                        .map((row, context) -> new Wanted(
                                row.getString("id"),
                                row.getInt("edition_year"),
                                Version.parseVersion(row.getString("version")),
                                row.getString("file_name"),
                                row.getString("digest"),
                                row.getBoolean("removed")))
                        .list())
                .forEach(wanted -> all.put(wanted.edition(), wanted));
        return all;
    }

    /** From now on this jar is wanted everywhere. */
    void put(JarFileInfo jar) {
        database.transact(handle -> {
            store(handle, jar);
            int rows = handle.createUpdate("update core.programme_jar set version = :version, file_name = :file,"
                            + " digest = :digest, removed = false, changed_at = :now"
                            + " where id = :id and edition_year = :year")
                    .bindMap(row(jar))
                    .execute();
            if (rows == 0) {
                Inserts.unlessTaken(
                        handle, () -> handle.createUpdate("insert into core.programme_jar (id, edition_year, version,"
                                        + " file_name, digest, removed, changed_at)"
                                        + " values (:id, :year, :version, :file, :digest, false, :now)")
                                .bindMap(row(jar))
                                .execute());
            }
            return handle.execute("delete from core.programme_jar_part where digest not in"
                    + " (select digest from core.programme_jar)");
        });
    }

    private Map<String, Object> row(JarFileInfo jar) {
        return Map.of(
                "id", jar.id(),
                "year", jar.year(),
                "version", jar.version().toString(),
                "file", jar.name(),
                "digest", jar.digest(),
                "now", OffsetDateTime.now(clock));
    }

    private static void store(Handle handle, JarFileInfo jar) {
        if (PARTS.has(handle, jar.digest())) {
            return;
        }
        MessageDigest sha = FileDigest.begin();
        try (InputStream in = new DigestInputStream(Files.newInputStream(jar.file()), sha)) {
            PARTS.write(handle, jar.digest(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!FileDigest.end(sha).equals(jar.digest())) {
            throw new IllegalStateException(jar.name() + " changed while it was stored");
        }
    }

    /** No node is to run it any more. */
    void remove(String id, int year) {
        database.transact(handle -> handle.createUpdate("update core.programme_jar set removed = true,"
                        + " changed_at = :now where id = :id and edition_year = :year")
                .bind("now", OffsetDateTime.now(clock))
                .bind("id", id)
                .bind("year", year)
                .execute());
    }

    /** Writes the jar's content to a file. */
    void fetch(String digest, Path target) throws IOException {
        boolean there;
        try (OutputStream out = Files.newOutputStream(target)) {
            there = PARTS.read(database, digest, out);
        }
        if (!there) {
            throw new IOException("the database lost the jar " + digest);
        }
    }
}
