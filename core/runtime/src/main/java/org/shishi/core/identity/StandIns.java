package org.shishi.core.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** For whom somebody stands in today: what waits for one of these persons alone waits for the deputy, too. Inside the core. */
public final class StandIns {

    private final Clock clock;

    public StandIns(Clock clock) {
        this.clock = clock;
    }

    /** Accounts, without the deputy's own; empty where the deputy has none of their roles because they would not go together. */
    public Set<UUID> of(Handle handle, UUID deputy) {
        return new DeputyRows(handle).absent(deputy, LocalDate.now(clock));
    }
}
