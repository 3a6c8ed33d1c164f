package org.shishi.core.notice;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Inbox;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.CoreDatabase;

/** A person's notices, for whichever organisation they act. */
@Component
public final class InboxService implements Inbox {

    private static final int LONGEST_PAGE = 200;
    /** Nobody reads a larger number on a bell. */
    private static final int MOST_COUNTED = 1_000;

    private final CoreDatabase database;
    private final Clock clock;

    @Activate
    public InboxService(@Reference CoreDatabase database, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Message> list(Caller caller, boolean unreadOnly, UUID beforeId, int limit) {
        String sql = "select * from core.notice where account_id = :account"
                + (unreadOnly ? " and read_at is null" : "")
                + (beforeId == null ? "" : " and id < :before")
                + " order by id desc limit :limit";
        return database.read(handle -> {
            var query = handle.createQuery(sql)
                    .bind("account", caller.accountId())
                    .bind("limit", Math.clamp(limit, 1, LONGEST_PAGE));
            if (beforeId != null) {
                query.bind("before", beforeId);
            }
            return query.map((row, context) -> new Message(
                            row.getObject("id", UUID.class),
                            row.getString("programme_id"),
                            new Text(row.getString("title_zh"), row.getString("title_en")),
                            new Text(row.getString("body_zh"), row.getString("body_en")),
                            row.getString("link"),
                            row.getTimestamp("sent_at").toInstant(),
                            row.getTimestamp("read_at") != null))
                    .list();
        });
    }

    @Override
    public int unread(Caller caller) {
        return database.read(handle -> handle.createQuery(
                        """
                        select count(*) from (
                            select id from core.notice where account_id = :account and read_at is null limit :most) found
                        """)
                .bind("account", caller.accountId())
                .bind("most", MOST_COUNTED)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void markRead(Caller caller, UUID id) {
        database.transact(handle -> handle.createUpdate(
                        """
                        update core.notice set read_at = :now
                        where id = :id and account_id = :account and read_at is null
                        """)
                .bind("now", clock.instant())
                .bind("id", id)
                .bind("account", caller.accountId())
                .execute());
    }

    @Override
    public void markAllRead(Caller caller) {
        database.transact(handle -> handle.createUpdate(
                        "update core.notice set read_at = :now where account_id = :account and read_at is null")
                .bind("now", clock.instant())
                .bind("account", caller.accountId())
                .execute());
    }
}
