package org.shishi.core.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Files in a table of parts: neither database likes one large value, and no node needs a file whole in memory. The table
 * has the columns {@code part} and {@code content} beside its key.
 */
public final class FileParts {

    private static final int PART = 512 * 1024;

    private final String table;
    private final String key;

    /** @param table with its schema @param key column that names the file */
    public FileParts(String table, String key) {
        this.table = table;
        this.key = key;
    }

    public boolean has(Handle handle, String name) {
        return handle.createQuery("select count(*) from " + table + " where " + key + " = :name and part = 0")
                        .bind("name", name)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    public void write(Handle handle, String name, InputStream content) throws IOException {
        int number = 0;
        for (byte[] part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
            handle.createUpdate(
                            "insert into " + table + " (" + key + ", part, content) values (:name, :part, :content)")
                    .bind("name", name)
                    .bind("part", number++)
                    .bind("content", part)
                    .execute();
        }
    }

    /** @return false: it is not there */
    public boolean read(CoreDatabase database, String name, OutputStream out) throws IOException {
        List<Integer> parts = database.read(
                handle -> handle.createQuery("select part from " + table + " where " + key + " = :name order by part")
                        .bind("name", name)
                        .mapTo(Integer.class)
                        .list());
        for (int part : parts) {
            out.write(database.read(handle -> handle.createQuery(
                            "select content from " + table + " where " + key + " = :name and part = :part")
                    .bind("name", name)
                    .bind("part", part)
                    .mapTo(byte[].class)
                    .one()));
        }
        return !parts.isEmpty();
    }
}
