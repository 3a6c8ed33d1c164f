package org.shishi.core.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.api.text.Text;

/** The outbox in the database. */
final class OutboxRows {

    /**
     * A letter that this node has taken.
     *
     * @param address sealed; null: the person no longer wants to be told this way
     */
    record Due(
            UUID notice,
            UUID account,
            boolean digest,
            int attempts,
            Locale locale,
            String address,
            Text title,
            Text body,
            Text sms,
            String link) {}

    private static final int LONGEST_ERROR = 1_000;

    private final Handle handle;
    private final DeliveryChannel channel;

    OutboxRows(Handle handle, DeliveryChannel channel) {
        this.handle = handle;
        this.channel = channel;
    }

    /**
     * Takes what is due: counts the try and puts the letter off until {@code lease}, so that no other node takes it and
     * that it comes up again if this one dies: sooner if that is noticed, see {@link LostLetters}. Digests of one person are taken together.
     */
    List<Due> take(Instant now, Instant lease, UUID run, int most) {
        Set<UUID> taken = new LinkedHashSet<>();
        Set<UUID> withDigest = new HashSet<>();
        due("order by next_at, account_id, notice_id limit :most", now)
                .bind("most", most)
                .map((row, context) -> {
                    if (row.getBoolean("digest")) {
                        withDigest.add(row.getObject("account_id", UUID.class));
                    }
                    return row.getObject("notice_id", UUID.class);
                })
                .forEach(taken::add);
        if (taken.isEmpty()) {
            return List.of();
        }
        if (!withDigest.isEmpty()) {
            // A handful may end in the middle of somebody's day.
            due("and digest and account_id in (<accounts>)", now)
                    .bindList("accounts", List.copyOf(withDigest))
                    .map((row, context) -> row.getObject("notice_id", UUID.class))
                    .forEach(taken::add);
        }
        handle.createUpdate(
                        """
                        update core.outbox set attempts = attempts + 1, next_at = :lease, taken_by = :run
                        where channel = :channel and notice_id in (<taken>)
                        """)
                .bindList("taken", List.copyOf(taken))
                .bind("channel", channel.name())
                .bind("lease", lease)
                .bind("run", run)
                .execute();
        return handle.createQuery(
                        """
                        select o.notice_id, o.digest, o.attempts, n.account_id, n.title_zh, n.title_en, n.body_zh, n.body_en,
                               n.sms_zh, n.sms_en, n.link, a.locale,
                               case when a.disabled then null else c.address end as address
                        from core.outbox o join core.notice n on n.id = o.notice_id
                             join core.account a on a.id = n.account_id
                             left join core.contact c
                                  on c.account_id = n.account_id and c.channel = o.channel and c.active
                        where o.channel = :channel and o.notice_id in (<taken>)
                        order by n.account_id, o.notice_id
                        """)
                .bindList("taken", List.copyOf(taken))
                .bind("channel", channel.name())
                .map((row, context) -> due(row))
                .list();
    }

    private Query due(String rest, Instant now) {
        return handle.createQuery("select notice_id, account_id, digest from core.outbox"
                        + " where channel = :channel and state = 'WAITING' and next_at <= :now " + rest
                        + " for update skip locked")
                .bind("channel", channel.name())
                .bind("now", now);
    }

    private static Due due(ResultSet row) throws SQLException {
        String sms = row.getString("sms_zh");
        return new Due(
                row.getObject("notice_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getBoolean("digest"),
                row.getInt("attempts"),
                Locale.forLanguageTag(row.getString("locale")),
                row.getString("address"),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                new Text(row.getString("body_zh"), row.getString("body_en")),
                sms == null ? null : new Text(sms, row.getString("sms_en")),
                row.getString("link"));
    }

    /** Taken and not tried. */
    void putBack(List<UUID> notices, Instant at) {
        each(
                notices,
                "update core.outbox set attempts = attempts - 1, next_at = :at, taken_by = null"
                        + " where notice_id = :notice and channel = :channel and state = 'WAITING'",
                at,
                null);
    }

    void sent(List<UUID> notices, Instant at) {
        each(
                notices,
                "update core.outbox set state = 'SENT', sent_at = :at, taken_by = null, error = null"
                        + " where notice_id = :notice and channel = :channel",
                at,
                null);
    }

    /** @param next null: given up */
    void failed(List<UUID> notices, Instant next, String error) {
        each(
                notices,
                next == null
                        ? "update core.outbox set state = 'FAILED', taken_by = null, error = :error"
                                + " where notice_id = :notice and channel = :channel"
                        : "update core.outbox set next_at = :at, taken_by = null, error = :error"
                                + " where notice_id = :notice and channel = :channel",
                next,
                error);
    }

    /** Nobody wants it any more: the notice stays in the inbox. */
    void drop(List<UUID> notices) {
        each(notices, "delete from core.outbox where notice_id = :notice and channel = :channel", null, null);
    }

    private void each(List<UUID> notices, String sql, Instant at, String error) {
        if (notices.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (UUID notice : notices) {
                batch.bind("notice", notice)
                        .bind("channel", channel.name())
                        .bind("at", at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .bind("error", error == null ? null : shortened(error))
                        .add();
            }
            batch.execute();
        }
    }

    private static String shortened(String error) {
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR - 1) + "…";
    }
}
