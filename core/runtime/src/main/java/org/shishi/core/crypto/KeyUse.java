package org.shishi.core.crypto;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.shishi.core.persistence.Inserts;

/** Which key writes, and which node has which: as all nodes agree in the database. Never the keys themselves. */
public final class KeyUse {

    private final Handle handle;
    private final Clock clock;

    public KeyUse(Handle handle, Clock clock) {
        this.handle = handle;
        this.clock = clock;
    }

    public Optional<String> active(KeyPurpose purpose) {
        return handle.createQuery("select key_id from core.key_use where purpose = :purpose")
                .bind("purpose", purpose.word())
                .mapTo(String.class)
                .findOne();
    }

    /** Waits for everybody who writes under the key of before. */
    public void activate(KeyPurpose purpose, String keyId) {
        int changed = handle.createUpdate(
                        "update core.key_use set key_id = :key, changed_at = :at where purpose = :purpose")
                .bind("key", keyId)
                .bind("at", now())
                .bind("purpose", purpose.word())
                .execute();
        if (changed == 0) {
            begin(purpose, keyId);
        }
    }

    void begin(KeyPurpose purpose, String keyId) {
        Inserts.unlessTaken(handle, () -> handle.createUpdate(
                        "insert into core.key_use (purpose, key_id, changed_at) values (:purpose, :key, :at)")
                .bind("purpose", purpose.word())
                .bind("key", keyId)
                .bind("at", now())
                .execute());
    }

    /** This node has these keys now. */
    void holds(String node, KeyPurpose purpose, Collection<Key> keys) {
        List<String> ids = keys.stream().map(Key::id).toList();
        handle.createUpdate("delete from core.key_holder where node = :node and purpose = :purpose"
                        + " and key_id not in (<ids>)")
                .bind("node", node)
                .bind("purpose", purpose.word())
                .bindList("ids", ids)
                .execute();
        Set<String> known = Set.copyOf(
                handle.createQuery("select key_id from core.key_holder where node = :node and purpose = :purpose")
                        .bind("node", node)
                        .bind("purpose", purpose.word())
                        .mapTo(String.class)
                        .list());
        for (String id : ids) {
            if (!known.contains(id)) {
                Inserts.unlessTaken(
                        handle, () -> handle.createUpdate("insert into core.key_holder (node, purpose, key_id)"
                                        + " values (:node, :purpose, :key)")
                                .bind("node", node)
                                .bind("purpose", purpose.word())
                                .bind("key", id)
                                .execute());
            }
        }
    }

    void left(String node) {
        handle.createUpdate("delete from core.key_holder where node = :node")
                .bind("node", node)
                .execute();
    }

    /** Nodes that run and do not have it. */
    public Set<String> lacking(KeyPurpose purpose, String keyId) {
        return new TreeSet<>(handle.createQuery("select n.name from core.node n where n.state = 'RUNNING'"
                        + " and not exists (select 1 from core.key_holder k where k.node = n.name"
                        + " and k.purpose = :purpose and k.key_id = :key)")
                .bind("purpose", purpose.word())
                .bind("key", keyId)
                .mapTo(String.class)
                .list());
    }

    /** Keys that nothing is written with any more. */
    public Set<String> retired(KeyPurpose purpose) {
        return Set.copyOf(handle.createQuery(
                        "select key_id from core.key_check where purpose = :purpose and retired_at is not null")
                .bind("purpose", purpose.word())
                .mapTo(String.class)
                .list());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
