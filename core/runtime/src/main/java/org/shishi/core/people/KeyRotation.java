package org.shishi.core.people;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.core.crypto.BlindIndex;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.KeyPurpose;
import org.shishi.core.crypto.KeyUse;
import org.shishi.core.crypto.Keys;
import org.shishi.core.people.RotationRows.Rotation;
import org.shishi.core.persistence.CoreDatabase;

/**
 * Seals anew what older keys wrote, chunk by chunk in transactions of their own, while everybody works. Each chunk writes
 * down how far it came, so another run, on whatever node, goes on there.
 */
@Component(service = KeyRotation.class)
public final class KeyRotation {

    private static final int CHUNK = 2_000;
    /** Rows that others change while they are looked at are looked at again. */
    private static final int ROUNDS = 20;

    /** Told after each chunk. */
    @FunctionalInterface
    public interface Watcher {
        void progress(long done, long total);
    }

    private final CoreDatabase database;
    private final Keys keys;
    private final Clock clock;
    private final FieldCipher cipher;
    private final BlindIndex index;

    @Activate
    public KeyRotation(@Reference CoreDatabase database, @Reference Keys keys, @Reference Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        this.cipher = new FieldCipher(keys);
        this.index = new BlindIndex(keys);
    }

    /** What old keys wrote is to be sealed with this one. In the transaction that makes it the one that writes. */
    public void begin(KeyPurpose purpose, String keyId, String by) {
        database.transact(handle -> {
            new RotationRows(handle).begin(purpose, keyId, total(purpose), by, OffsetDateTime.now(clock));
            return null;
        });
    }

    private long total(KeyPurpose purpose) {
        return database.read(handle -> {
            long persons = handle.createQuery("select count(*) from core.person where pseudonymised_at is null")
                    .mapTo(Long.class)
                    .one();
            return purpose == KeyPurpose.FIELDS
                    ? persons
                            + SealedTable.every(handle).stream()
                                    .mapToLong(table -> table.all(handle))
                                    .sum()
                    : persons;
        });
    }

    /**
     * Goes on with whatever is open.
     *
     * @param stop asked after each chunk
     * @return how many rows were looked at
     */
    public long run(BooleanSupplier stop, Watcher watcher) {
        long rows = 0;
        for (Rotation rotation : database.read(handle -> new RotationRows(handle).open())) {
            rows += run(rotation, stop, watcher);
        }
        return rows;
    }

    private long run(Rotation rotation, BooleanSupplier stop, Watcher watcher) {
        KeyPurpose purpose = KeyPurpose.valueOf(rotation.purpose().toUpperCase(Locale.ROOT));
        if (!database.read(handle -> new KeyUse(handle, clock).active(purpose)).equals(Optional.of(rotation.keyId()))) {
            // A newer key took its place.
            end(rotation);
            return 0;
        }
        if (!keys.ring(purpose).active().id().equals(rotation.keyId())) {
            // This node has not heard of the key yet: the next run goes on.
            return 0;
        }
        long done = rotation.done();
        UUID last = rotation.last();
        for (int round = 0; round < ROUNDS; round++) {
            PersonReseal.Chunk chunk;
            do {
                if (stop.getAsBoolean()) {
                    return done - rotation.done();
                }
                UUID after = last;
                chunk = database.transact(handle -> {
                    PersonReseal persons = new PersonReseal(handle, database.postgres(), cipher, index);
                    PersonReseal.Chunk one = purpose == KeyPurpose.FIELDS
                            ? persons.fields(after, CHUNK)
                            : persons.indexes(after, CHUNK, rotation.keyId());
                    new RotationRows(handle).done(rotation, one.last() == null ? after : one.last(), one.rows());
                    return one;
                });
                last = chunk.last() == null ? last : chunk.last();
                done += chunk.rows();
                watcher.progress(Math.min(done, rotation.total()), rotation.total());
            } while (chunk.rows() == CHUNK);
            if (purpose == KeyPurpose.FIELDS && !others(rotation, stop)) {
                return done - rotation.done();
            }
            if (left(purpose, rotation.keyId()) == 0) {
                end(rotation);
                return done - rotation.done();
            }
            // Somebody changed or wrote a row meanwhile.
            last = null;
        }
        return done - rotation.done();
    }

    /** @return false: stopped */
    private boolean others(Rotation rotation, BooleanSupplier stop) {
        for (SealedTable table : database.read(SealedTable::every)) {
            int rows;
            do {
                if (stop.getAsBoolean()) {
                    return false;
                }
                rows = database.transact(handle -> {
                    int some = table.reseal(handle, cipher, rotation.keyId(), CHUNK);
                    handle.createUpdate("update core.key_rotation set rows_done = rows_done + :rows"
                                    + " where purpose = :purpose and key_id = :key")
                            .bind("rows", some)
                            .bind("purpose", rotation.purpose())
                            .bind("key", rotation.keyId())
                            .execute();
                    return some;
                });
            } while (rows > 0);
        }
        return true;
    }

    private void end(Rotation rotation) {
        database.transact(handle -> {
            new RotationRows(handle).end(rotation, OffsetDateTime.now(clock));
            return null;
        });
    }

    /** How many persons and other values are sealed with another key. */
    long left(KeyPurpose purpose, String writing) {
        return keys.ring(purpose).all().stream()
                .filter(key -> !key.id().equals(writing))
                .mapToLong(key -> sealedWith(purpose, key.id()))
                .sum();
    }

    /** How many persons and other values a key still seals. */
    public long sealedWith(KeyPurpose purpose, String keyId) {
        return database.read(handle -> {
            if (purpose == KeyPurpose.INDEX) {
                return handle.createQuery("select count(*) from core.person where index_key_id = :key"
                                + " and pseudonymised_at is null")
                        .bind("key", keyId)
                        .mapTo(Long.class)
                        .one();
            }
            String any = String.join(
                    " or ",
                    List.of("document", "name", "mobile", "birth_date").stream()
                            .map(column -> column + " like :key")
                            .toList());
            long persons = handle.createQuery("select count(*) from core.person where " + any)
                    .bind("key", keyId + ":%")
                    .mapTo(Long.class)
                    .one();
            return persons
                    + SealedTable.every(handle).stream()
                            .mapToLong(table -> table.sealedWith(handle, keyId))
                            .sum();
        });
    }
}
