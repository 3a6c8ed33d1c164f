package org.shishi.api.platform;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/**
 * The keys of this installation, without the keys: which one writes, what is still sealed with older ones, and the change to
 * a new one while everybody works. Needs PLATFORM at the city; every change is audited. An OSGi service; thread-safe.
 *
 * <p>The way of a new key: {@link #add} on one node, copy the file to the others, {@link #rotate}, {@link #retire} the old
 * one. Until it is retired the old key reads what it wrote. Source: domain specification §13.7.
 */
@ProviderType
public interface KeyAdmin {

    /**
     * @param left how many values it still seals; -1: not counted (files and audit lines keep their key for ever)
     * @param lacking nodes that run and do not have it
     * @param retired whether its line may be taken out of the files, where this node still has it
     */
    record Key(String id, boolean writes, long left, Set<String> lacking, boolean retired) {

        /** One in use. */
        public Key(String id, boolean writes, long left, Set<String> lacking) {
            this(id, writes, left, lacking, false);
        }
    }

    /** @param endedAt null: not through yet; it goes on at the next run of the job {@code core-key-rotation} */
    record Rotation(
            String key, long done, long total, boolean running, Instant begunAt, String begunBy, Instant endedAt) {}

    /**
     * @param purpose {@code fields}, {@code index}, {@code files} or {@code audit}
     * @param file where the keys of this node stand; null: given by its configuration
     * @param keys in the order of the file: the last one is the newest
     * @param resealed whether what old keys wrote is sealed anew on a change; else they stay for reading
     * @param rotation the last one; null: there was none
     */
    record Ring(String purpose, String file, List<Key> keys, boolean resealed, Rotation rotation) {}

    List<Ring> rings(Caller caller);

    /**
     * A new random key into this node's file; it does not write yet.
     *
     * @return its id
     * @throws org.shishi.api.rule.RefusedException {@code CORE-KEYS-GIVEN}
     */
    String add(Caller caller, String purpose);

    /**
     * From now on the newest key writes, and the job seals anew what others wrote. Also goes on with what was interrupted.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-KEYS-ONE} (there is no other key), {@code CORE-KEYS-LACKING}
     *     (a node that runs does not have it)
     */
    void rotate(Caller caller, String purpose);

    /** Interrupts it after the chunk under way; {@link #rotate} goes on. */
    void cancel(Caller caller, String purpose);

    /**
     * The key may be taken out of the files.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-KEYS-LEFT} (it writes, or something is still sealed with it),
     *     {@code CORE-KEYS-KEPT} (files, audit)
     */
    void retire(Caller caller, String purpose, String keyId);
}
