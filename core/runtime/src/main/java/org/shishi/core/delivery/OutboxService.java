package org.shishi.core.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.api.platform.Outbox;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.CoreDatabase;

/** What the administrator sees of the outbox. */
@Component
public final class OutboxService implements Outbox {

    private static final int LONGEST_PAGE = 200;
    private static final int MOST_COUNTED = 10_000;

    private final CoreDatabase database;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public OutboxService(@Reference CoreDatabase database, @Reference Audit audit, @Reference Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Item> list(Caller caller, State state, Item before, int limit) {
        require(caller);
        String page = before == null ? "" : " and (o.notice_id, o.channel) < (:notice, :channel)";
        return database.read(handle -> {
            Query query = handle.createQuery("select o.*, n.programme_id, n.edition_year, n.title_zh, n.title_en,"
                            + " a.display_name from core.outbox o join core.notice n on n.id = o.notice_id"
                            + " join core.account a on a.id = n.account_id where o.state = :state" + page
                            + " order by o.notice_id desc, o.channel desc limit :limit")
                    .bind("state", state.name())
                    .bind("limit", Math.clamp(limit, 1, LONGEST_PAGE));
            if (before != null) {
                query.bind("notice", before.noticeId())
                        .bind("channel", before.channel().name());
            }
            return query.map((row, context) -> item(row)).list();
        });
    }

    private static Item item(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        return new Item(
                row.getObject("notice_id", UUID.class),
                DeliveryChannel.valueOf(row.getString("channel")),
                row.getString("programme_id"),
                row.getInt("edition_year"),
                row.getString("display_name"),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                state,
                row.getInt("attempts"),
                state == State.WAITING ? instant(row, "next_at") : null,
                instant(row, "sent_at"),
                row.getString("error"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    @Override
    public Map<State, Integer> counts(Caller caller) {
        require(caller);
        Map<State, Integer> counts = new EnumMap<>(State.class);
        database.read(handle -> {
            for (State state : State.values()) {
                counts.put(
                        state,
                        handle.createQuery("select count(*) from (select notice_id from core.outbox"
                                        + " where state = :state limit :most) found")
                                .bind("state", state.name())
                                .bind("most", MOST_COUNTED)
                                .mapTo(Integer.class)
                                .one());
            }
            return null;
        });
        return counts;
    }

    @Override
    public void resend(Caller caller, UUID noticeId, DeliveryChannel channel) {
        require(caller);
        database.transact(handle -> {
            int found = handle.createUpdate("update core.outbox set state = 'WAITING', attempts = 0, sent_at = null,"
                            + " next_at = :now where notice_id = :notice and channel = :channel")
                    .bind("now", clock.instant())
                    .bind("notice", noticeId)
                    .bind("channel", channel.name())
                    .execute();
            if (found == 0) {
                throw new RefusedException("CORE-NOT-FOUND", null);
            }
            audit.write(caller, "delivery.resend", "notice/" + noticeId + "/" + channel, null, Map.of());
            return null;
        });
    }

    @Override
    public int resendFailed(Caller caller) {
        require(caller);
        return database.transact(handle -> {
            int found = handle.createUpdate(
                            "update core.outbox set state = 'WAITING', attempts = 0, next_at = :now where state = 'FAILED'")
                    .bind("now", clock.instant())
                    .execute();
            audit.write(caller, "delivery.resend", "notice/*", null, Map.of("count", Integer.toString(found)));
            return found;
        });
    }

    private static void require(Caller caller) {
        if (!caller.runsPlatform()) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }
}
