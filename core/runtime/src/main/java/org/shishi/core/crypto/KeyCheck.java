package org.shishi.core.crypto;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;

/** Fingerprints of the keys that a database was written with. */
final class KeyCheck {

    private final CoreDatabase database;
    private final Clock clock;

    KeyCheck(CoreDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Fingerprints by key id. */
    Map<String, String> known(KeyPurpose purpose) {
        return database.read(handle -> known(handle, purpose));
    }

    /** Remembers new keys. The id of a key that the database knows otherwise or that is missing here; empty: all fit. */
    Optional<String> unfit(KeyPurpose purpose, KeyRing ring) {
        return database.transact(handle -> {
            ring.all().forEach(key -> remember(handle, purpose, key));
            return known(handle, purpose).entrySet().stream()
                    .filter(e -> !ring.byId(e.getKey()).map(Key::fingerprint).equals(Optional.of(e.getValue())))
                    .map(Map.Entry::getKey)
                    .findFirst();
        });
    }

    /** Nothing is left that it wrote. */
    void forget(Handle handle, KeyPurpose purpose, String keyId) {
        handle.createUpdate("update core.key_check set retired_at = :at where purpose = :purpose and key_id = :key")
                .bind("at", OffsetDateTime.now(clock))
                .bind("purpose", purpose.word())
                .bind("key", keyId)
                .execute();
    }

    private void remember(Handle handle, KeyPurpose purpose, Key key) {
        if (used(handle, purpose).contains(key.id())) {
            return;
        }
        Inserts.unlessTaken(
                handle, () -> handle.createUpdate("insert into core.key_check (purpose, key_id, fingerprint, seen_at)"
                                + " values (:purpose, :id, :fingerprint, :at)")
                        .bind("purpose", purpose.word())
                        .bind("id", key.id())
                        .bind("fingerprint", key.fingerprint())
                        .bind("at", OffsetDateTime.now(clock))
                        .execute());
    }

    private static Map<String, String> known(Handle handle, KeyPurpose purpose) {
        return handle
                .createQuery("select key_id, fingerprint from core.key_check where purpose = :purpose"
                        + " and retired_at is null")
                .bind("purpose", purpose.word())
                .map((row, context) -> Map.entry(row.getString("key_id"), row.getString("fingerprint")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Names that were ever given, of retired keys, too. */
    Set<String> used(KeyPurpose purpose) {
        return database.read(handle -> used(handle, purpose));
    }

    private static Set<String> used(Handle handle, KeyPurpose purpose) {
        return Set.copyOf(handle.createQuery("select key_id from core.key_check where purpose = :purpose")
                .bind("purpose", purpose.word())
                .mapTo(String.class)
                .list());
    }
}
