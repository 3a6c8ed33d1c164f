package org.shishi.core.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.platform.Accounts.Grant;

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

    /** Roles that somebody has today, those of whom they stand in for included. */
    public Set<Grant> roles(Handle handle, UUID account) {
        return new DeputyRows(handle).grants(account, LocalDate.now(clock));
    }

    /** By the account that is absent: its deputies of today, as far as they have its roles. Whose account is disabled is none. */
    public Map<UUID, Set<UUID>> deputies(Handle handle) {
        LocalDate today = LocalDate.now(clock);
        DeputyRows rows = new DeputyRows(handle);
        Map<UUID, Set<UUID>> deputies = new HashMap<>();
        rows.deputies(today).forEach(deputy -> rows.absent(deputy, today)
                .forEach(absent -> deputies.computeIfAbsent(absent, account -> new TreeSet<>())
                        .add(deputy)));
        return deputies;
    }
}
