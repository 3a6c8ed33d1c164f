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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;

/** The jars that all nodes of a database are to run, with their contents: {@code core.programme_jar}. */
@Component(service = WantedJars.class)
public final class WantedJars {

    private static final int PART = 512 * 1024;

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
        boolean there = handle.createQuery("select count(*) from core.programme_jar_part where digest = :digest")
                        .bind("digest", jar.digest())
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (there) {
            return;
        }
        MessageDigest sha = FileDigest.begin();
        try (InputStream in = new DigestInputStream(Files.newInputStream(jar.file()), sha)) {
            int number = 0;
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                handle.createUpdate("insert into core.programme_jar_part (digest, part, content)"
                                + " values (:digest, :part, :content)")
                        .bind("digest", jar.digest())
                        .bind("part", number++)
                        .bind("content", part)
                        .execute();
            }
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
        List<Integer> parts = database.read(handle -> handle.createQuery(
                        "select part from core.programme_jar_part where digest = :digest order by part")
                .bind("digest", digest)
                .mapTo(Integer.class)
                .list());
        if (parts.isEmpty()) {
            throw new IOException("the database lost the jar " + digest);
        }
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int part : parts) {
                out.write(database.read(handle -> handle.createQuery("select content from core.programme_jar_part"
                                + " where digest = :digest and part = :part")
                        .bind("digest", digest)
                        .bind("part", part)
                        .mapTo(byte[].class)
                        .one()));
            }
        }
    }
}
