package org.shishi.core.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.OpenSessions;
import org.shishi.core.persistence.CoreDatabase;

/** Sessions in the database, so that one sees and ends those on other nodes. */
@Component(service = OpenSessions.class)
public final class SessionsService implements OpenSessions {

    /** No page stays open so long without a sign of life. */
    static final Duration FORGOTTEN = Duration.ofHours(24);

    private static final int LONGEST_AGENT = 200;
    private static final String LIVE = " from core.account_session s join core.account a on a.id = s.account_id"
            + " where s.account_id = :account and s.epoch = a.epoch and not a.disabled and s.seen_at > :old";

    private final CoreDatabase database;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public SessionsService(@Reference CoreDatabase database, @Reference Audit audit, @Reference Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public UUID open(Caller caller, String agent) {
        UUID id = UUID.randomUUID();
        String name = agent == null ? null : agent.replaceAll("\\p{Cntrl}", " ");
        OffsetDateTime now = now();
        database.transact(handle -> {
            handle.createUpdate("delete from core.account_session where seen_at < :old")
                    .bind("old", now.minus(FORGOTTEN))
                    .execute();
            return handle.createUpdate("insert into core.account_session (id, account_id, epoch, started_at, seen_at,"
                            + " address, agent) select :id, a.id, a.epoch, :now, :now, :address, :agent"
                            + " from core.account a where a.id = :account")
                    .bind("id", id)
                    .bind("now", now)
                    .bind("address", caller.address())
                    .bind(
                            "agent",
                            name == null || name.length() <= LONGEST_AGENT ? name : name.substring(0, LONGEST_AGENT))
                    .bind("account", caller.accountId())
                    .execute();
        });
        return id;
    }

    @Override
    public boolean seen(Caller caller, UUID session) {
        return database.transact(handle -> handle.createUpdate(
                                "update core.account_session set seen_at = :now where id = :id and account_id ="
                                        + " :account")
                        .bind("now", now())
                        .bind("id", session)
                        .bind("account", caller.accountId())
                        .execute())
                == 1;
    }

    @Override
    public void close(UUID session) {
        database.transact(handle -> handle.createUpdate("delete from core.account_session where id = :id")
                .bind("id", session)
                .execute());
    }

    @Override
    public List<Session> list(Caller caller) {
        return database.read(handle -> handle.createQuery(
                        "select s.id, s.started_at, s.seen_at, s.address, s.agent" + LIVE + " order by s.seen_at desc")
                .bind("account", caller.accountId())
                .bind("old", now().minus(FORGOTTEN))
                .map((row, context) -> new Session(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getString(5)))
                .list());
    }

    @Override
    public void end(Caller caller, UUID session) {
        database.transact(handle -> {
            int ended = handle.createUpdate("delete from core.account_session where id = :id and account_id = :account")
                    .bind("id", session)
                    .bind("account", caller.accountId())
                    .execute();
            if (ended > 0) {
                record(caller, "session.end");
            }
            return null;
        });
    }

    @Override
    public void endAll(Caller caller) {
        database.transact(handle -> {
            new AccountRows(handle).endSessions(caller.accountId(), now());
            handle.createUpdate("delete from core.account_session where account_id = :account")
                    .bind("account", caller.accountId())
                    .execute();
            new TokenRows(handle).revokeSignIns(caller.accountId());
            record(caller, "session.end-all");
            return null;
        });
    }

    private void record(Caller caller, String action) {
        audit.write(caller, action, "account/" + caller.accountId(), null, Map.of());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
