package org.shishi.core.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
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
import org.shishi.core.persistence.Like;

/** What the administrator sees of the outbox. */
@Component
public final class OutboxService implements Outbox {

    private static final int LONGEST_PAGE = 200;
    private static final int MOST_COUNTED = 10_000;
    private static final int MOST_LOOKED_AT = 10_000;
    private static final String ONE = " and o.notice_id = :one and o.channel = :by";
    private static final int MOST_CHOSEN = 1_000;
    private static final String AGAIN =
            "update core.outbox o set state = 'WAITING', attempts = 0, next_at = :now where o.state = 'FAILED'";

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
        return list(caller, new Outbox.Query(state, null, null), before, limit);
    }

    @Override
    public List<Item> list(Caller caller, Outbox.Query query, Item before, int limit) {
        require(caller);
        String page = before == null ? "" : " and (o.notice_id, o.channel) < (:notice, :channel)";
        Meant meant = new Meant(query);
        // Whoever looks for a text looks at each: not at years of letters.
        String newest = "(select * from core.outbox o where o.state = :state" + meant.ofChannel() + page
                + " order by o.notice_id desc, o.channel desc limit :looked)";
        return database.read(handle -> {
            var rows = meant.bind(handle.createQuery("select o.*, n.programme_id, n.edition_year, n.title_zh,"
                            + " n.title_en, a.display_name from " + newest + " o"
                            + " join core.notice n on n.id = o.notice_id join core.account a on a.id = n.account_id"
                            + " where true" + meant.ofText()
                            + " order by o.notice_id desc, o.channel desc limit :limit"))
                    .bind("state", query.state().name())
                    .bind("looked", MOST_LOOKED_AT)
                    .bind("limit", Math.clamp(limit, 1, LONGEST_PAGE));
            if (before != null) {
                rows.bind("notice", before.noticeId())
                        .bind("channel", before.channel().name());
            }
            return rows.map((row, context) -> item(row)).list();
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
                            + " next_at = :now where notice_id = :notice and channel = :channel"
                            // What is being sent at this moment would go out twice.
                            + " and not (state = 'WAITING' and taken_by is not null)")
                    .bind("now", clock.instant())
                    .bind("notice", noticeId)
                    .bind("channel", channel.name())
                    .execute();
            if (found == 0 && why(handle, new Letter(noticeId, channel)) == Skip.GONE) {
                throw new RefusedException("CORE-NOT-FOUND", null);
            }
            audited(caller, new Letter(noticeId, channel));
            return null;
        });
    }

    @Override
    public Resent resend(Caller caller, Collection<Letter> letters) {
        require(caller);
        if (letters.size() > MOST_CHOSEN) {
            throw new RefusedException("CORE-INPUT", "letters");
        }
        return database.transact(handle -> {
            List<Skipped> skipped = new ArrayList<>();
            for (Letter letter : new LinkedHashSet<>(letters)) {
                boolean again = of(letter, handle.createUpdate(AGAIN + ONE))
                                .bind("now", clock.instant())
                                .execute()
                        > 0;
                if (again) {
                    audited(caller, letter);
                } else {
                    skipped.add(new Skipped(letter, why(handle, letter)));
                }
            }
            return new Resent(new LinkedHashSet<>(letters).size() - skipped.size(), skipped);
        });
    }

    private static <S extends SqlStatement<S>> S of(Letter letter, S statement) {
        return statement
                .bind("one", letter.noticeId())
                .bind("by", letter.channel().name());
    }

    private static Skip why(Handle handle, Letter letter) {
        return of(letter, handle.createQuery("select o.state from core.outbox o where true" + ONE))
                .mapTo(String.class)
                .findOne()
                .map(Skip::valueOf)
                .orElse(Skip.GONE);
    }

    @Override
    public int resendFailed(Caller caller) {
        return resendFailed(caller, new Outbox.Query(State.FAILED, null, null));
    }

    @Override
    public int resendFailed(Caller caller, Outbox.Query query) {
        require(caller);
        Meant meant = new Meant(query);
        String named = meant.ofText().isEmpty()
                ? ""
                : " and exists (select 1 from core.notice n join core.account a on a.id = n.account_id"
                        + " where n.id = o.notice_id" + meant.ofText() + ")";
        return database.transact(handle -> {
            int found = meant.bind(handle.createUpdate(AGAIN + meant.ofChannel() + named))
                    .bind("now", clock.instant())
                    .execute();
            audit.write(caller, "delivery.resend", "notice/*", null, meant.words(found));
            return found;
        });
    }

    private void audited(Caller caller, Letter letter) {
        audit.write(caller, "delivery.resend", "notice/" + letter.noticeId() + "/" + letter.channel(), null, Map.of());
    }

    /** What a query means, as conditions. */
    private record Meant(Outbox.Query query) {

        String ofChannel() {
            return query.channel() == null ? "" : " and o.channel = :of";
        }

        String ofText() {
            return text().isEmpty()
                    ? ""
                    : " and (lower(a.display_name) like :text escape '!' or lower(n.title_zh) like :text escape '!'"
                            + " or lower(n.title_en) like :text escape '!' or lower(o.error) like :text escape '!')";
        }

        private String text() {
            return query.text() == null ? "" : query.text().strip();
        }

        <S extends SqlStatement<S>> S bind(S statement) {
            if (query.channel() != null) {
                statement.bind("of", query.channel().name());
            }
            if (!text().isEmpty()) {
                statement.bind("text", Like.containing(text()));
            }
            return statement;
        }

        Map<String, String> words(int count) {
            Map<String, String> words = new LinkedHashMap<>();
            words.put("count", Integer.toString(count));
            if (query.channel() != null) {
                words.put("channel", query.channel().name());
            }
            if (!text().isEmpty()) {
                words.put("text", text());
            }
            return words;
        }
    }

    private static void require(Caller caller) {
        if (!caller.runsPlatform()) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }
}
