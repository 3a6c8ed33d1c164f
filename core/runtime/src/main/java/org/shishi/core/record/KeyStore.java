package org.shishi.core.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.FastBatch;
import org.shishi.core.persistence.Inserts;

/** Which records are the same thing ({@link org.shishi.api.record.RecordType.Key}), across the years of a programme. */
final class KeyStore {

    private static final String INSERT = "insert into core.record_key"
            + " (programme_id, type_id, key_hash, edition_year, record_id) values (:programme, :type, :hash, :year, :record)";
    private static final int LOOK_UP_AT_ONCE = 500;

    private final CoreDatabase core;

    KeyStore(CoreDatabase core) {
        this.core = core;
    }

    static UUID hash(String key) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Years in which another record holds the key, ascending. */
    List<Integer> years(Kind<?> kind, UUID hash, UUID record) {
        return core.read(handle -> handle.createQuery("select edition_year from core.record_key"
                        + " where programme_id = :programme and type_id = :type and key_hash = :hash"
                        + " and record_id <> :record order by edition_year")
                .bind("programme", kind.programmeId())
                .bind("type", kind.type().id())
                .bind("hash", hash)
                .bind("record", record)
                .mapTo(Integer.class)
                .list());
    }

    /** The same for many new records; keys that nobody holds are not in the map. */
    Map<UUID, List<Integer>> years(Kind<?> kind, Collection<UUID> hashes) {
        Map<UUID, List<Integer>> years = new HashMap<>();
        List<UUID> all = List.copyOf(hashes);
        for (int from = 0; from < all.size(); from += LOOK_UP_AT_ONCE) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + LOOK_UP_AT_ONCE));
            core.read(handle -> {
                handle.createQuery("select key_hash, edition_year from core.record_key where programme_id = :programme"
                                + " and type_id = :type and key_hash in (<hashes>) order by edition_year")
                        .bind("programme", kind.programmeId())
                        .bind("type", kind.type().id())
                        .bindList("hashes", some)
                        .map((rs, ctx) -> years.computeIfAbsent(rs.getObject(1, UUID.class), h -> new ArrayList<>())
                                .add(rs.getInt(2)))
                        .list();
                return null;
            });
        }
        return years;
    }

    /**
     * Takes the key for a record of this year. Waits for another writer of the same key to end.
     *
     * @return false: another record holds it
     */
    boolean claim(Kind<?> kind, UUID hash, UUID record) {
        return core.transact(handle -> Inserts.unlessTaken(handle, () -> handle.createUpdate(INSERT)
                .bind("programme", kind.programmeId())
                .bind("type", kind.type().id())
                .bind("hash", hash)
                .bind("year", kind.year())
                .bind("record", record)
                .execute()));
    }

    /** Takes many keys; a key that somebody took in the meantime fails the statement. */
    void claimAll(Handle handle, Kind<?> kind, Map<UUID, UUID> recordByHash) {
        // In one order for all writers, so that two of them never wait for each other.
        List<UUID> hashes = recordByHash.keySet().stream().sorted().toList();
        FastBatch.run(
                handle,
                "insert into core.record_key (programme_id, type_id, key_hash, edition_year, record_id)"
                        + " values (?, ?, ?, ?, ?)",
                hashes,
                (row, hash) -> {
                    row.setString(1, kind.programmeId());
                    row.setString(2, kind.type().id());
                    row.setObject(3, hash);
                    row.setInt(4, kind.year());
                    row.setObject(5, recordByHash.get(hash));
                });
    }

    void release(Kind<?> kind, UUID record) {
        core.transact(handle -> handle.createUpdate(
                        "delete from core.record_key where record_id = :record and programme_id = :programme"
                                + " and type_id = :type and edition_year = :year")
                .bind("record", record)
                .bind("programme", kind.programmeId())
                .bind("type", kind.type().id())
                .bind("year", kind.year())
                .execute());
    }

    static void remove(Handle handle, List<UUID> records) {
        handle.createUpdate("delete from core.record_key where record_id in (<records>)")
                .bindList("records", records)
                .execute();
    }
}
