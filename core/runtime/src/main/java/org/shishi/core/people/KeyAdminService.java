package org.shishi.core.people;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.platform.KeyAdmin;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.crypto.InstalledKeys;
import org.shishi.core.crypto.KeyPurpose;
import org.shishi.core.crypto.KeyRing;
import org.shishi.core.crypto.KeyUse;
import org.shishi.core.persistence.CoreDatabase;

/** Keys for those who run the platform. No key leaves it. */
@Component(service = KeyAdmin.class)
public final class KeyAdminService implements KeyAdmin {

    private static final Set<KeyPurpose> RESEALED = Set.of(KeyPurpose.FIELDS, KeyPurpose.INDEX);

    private final CoreDatabase database;
    private final InstalledKeys keys;
    private final KeyRotation rotation;
    private final JobStart jobs;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public KeyAdminService(
            @Reference CoreDatabase database,
            @Reference InstalledKeys keys,
            @Reference KeyRotation rotation,
            @Reference JobAdmin jobs,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.database = database;
        this.keys = keys;
        this.rotation = rotation;
        this.jobs = new JobStart(jobs, KeyRotationJob.ID);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Ring> rings(Caller caller) {
        require(caller);
        boolean running = jobs.state(caller).map(JobAdmin.Job::running).orElse(false);
        return Arrays.stream(KeyPurpose.values())
                .map(purpose -> ring(purpose, running))
                .toList();
    }

    private Ring ring(KeyPurpose purpose, boolean running) {
        KeyRing ring = keys.ring(purpose);
        boolean resealed = RESEALED.contains(purpose);
        return database.read(handle -> {
            KeyUse use = new KeyUse(handle, clock);
            Set<String> retired = use.retired(purpose);
            List<Key> all = new ArrayList<>();
            ring.inOrder()
                    .forEach(id -> all.add(new Key(
                            id,
                            id.equals(ring.active().id()),
                            resealed ? rotation.sealedWith(purpose, id) : -1,
                            use.lacking(purpose, id),
                            retired.contains(id))));
            return new Ring(
                    purpose.word(),
                    keys.inFile(purpose) ? keys.file(purpose).toString() : null,
                    all,
                    resealed,
                    new RotationRows(handle)
                            .latest(purpose)
                            .map(r -> new Rotation(
                                    r.keyId(),
                                    Math.min(r.done(), r.total()),
                                    r.total(),
                                    running && r.endedAt() == null,
                                    r.begunAt().toInstant(),
                                    r.begunBy(),
                                    r.endedAt() == null ? null : r.endedAt().toInstant()))
                            .orElse(null));
        });
    }

    @Override
    public String add(Caller caller, String purpose) {
        require(caller);
        KeyPurpose wanted = purpose(purpose);
        if (!keys.inFile(wanted)) {
            throw new RefusedException("CORE-KEYS-GIVEN", null, "shishi.keys." + purpose);
        }
        String id = keys.add(wanted);
        audit.write(caller, "keys.add", "keys/" + purpose, null, Map.of("key", id));
        return id;
    }

    @Override
    public void rotate(Caller caller, String purpose) {
        require(caller);
        KeyPurpose wanted = purpose(purpose);
        List<String> ids = keys.ring(wanted).inOrder();
        if (ids.size() == 1) {
            throw new RefusedException("CORE-KEYS-ONE", null);
        }
        String newest = ids.getLast();
        database.transact(handle -> {
            KeyUse use = new KeyUse(handle, clock);
            Set<String> lacking = use.lacking(wanted, newest);
            if (!lacking.isEmpty()) {
                throw new RefusedException("CORE-KEYS-LACKING", null, String.join(", ", lacking));
            }
            use.activate(wanted, newest);
            audit.write(caller, "keys.rotate", "keys/" + purpose, null, Map.of("key", newest));
            if (RESEALED.contains(wanted)) {
                rotation.begin(wanted, newest, caller.name());
            }
            return null;
        });
        keys.look();
        if (RESEALED.contains(wanted)) {
            jobs.now(caller);
        }
    }

    @Override
    public void cancel(Caller caller, String purpose) {
        require(caller);
        purpose(purpose);
        jobs.cancel(caller);
    }

    @Override
    public void retire(Caller caller, String purpose, String keyId) {
        require(caller);
        KeyPurpose wanted = purpose(purpose);
        if (!RESEALED.contains(wanted)) {
            throw new RefusedException("CORE-KEYS-KEPT", null);
        }
        KeyRing ring = keys.ring(wanted);
        if (ring.byId(keyId).isEmpty()) {
            throw new RefusedException("CORE-NOT-FOUND", null);
        }
        long left = rotation.sealedWith(wanted, keyId);
        if (ring.active().id().equals(keyId) || left > 0) {
            throw new RefusedException("CORE-KEYS-LEFT", null, keyId, left);
        }
        database.transact(handle -> {
            keys.retire(handle, wanted, keyId);
            audit.write(caller, "keys.retire", "keys/" + purpose, null, Map.of("key", keyId));
            return null;
        });
    }

    private static void require(Caller caller) {
        if (!caller.runsPlatform()) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }

    private static KeyPurpose purpose(String word) {
        return Arrays.stream(KeyPurpose.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }
}
