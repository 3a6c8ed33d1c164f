package org.shishi.core.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.core.crypto.Key;
import org.shishi.core.crypto.KeyPurpose;
import org.shishi.core.crypto.Keys;
import org.shishi.core.persistence.CoreDatabase;

/** Appends to the log, in the transaction of what it records. */
@Component(service = Audit.class)
public final class AuditService implements Audit {

    private final CoreDatabase database;
    private final Keys keys;
    private final Clock clock;

    @Activate
    public AuditService(@Reference CoreDatabase database, @Reference Keys keys, @Reference Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void write(Caller caller, String action, String object, String reason, Map<String, String> details) {
        database.transact(handle -> {
            append(handle, caller, action, object, reason, details);
            return null;
        });
    }

    private void append(
            Handle handle, Caller caller, String action, String object, String reason, Map<String, String> details) {
        AuditLane lane = AuditLane.take(handle);
        // After the lane is taken: within a lane time does not go back.
        Instant now = clock.instant();
        AuditLine line = new AuditLine(
                lane.lane(),
                lane.entries() + 1,
                LocalDate.ofInstant(now, clock.getZone()),
                now,
                caller.accountId(),
                Words.of(caller.name(), 100),
                Words.of(roles(caller), 400),
                caller.organisation().id(),
                Words.of(caller.organisation().name(), 200),
                Words.of(action, 60),
                Words.of(object, 200),
                Words.of(reason, 2000),
                Words.of(caller.address(), 64),
                Words.json(details));
        Key key = keys.ring(KeyPurpose.AUDIT).active();
        lane.append(handle, line, key.id(), line.mac(key, lane.mac()));
    }

    private static String roles(Caller caller) {
        return caller.roles().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + ":"
                        + e.getValue().stream().map(Enum::name).sorted().collect(Collectors.joining("+")))
                .collect(Collectors.joining(","));
    }
}
