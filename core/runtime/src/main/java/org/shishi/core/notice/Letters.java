package org.shishi.core.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.core.delivery.DeliveryTimes;
import org.shishi.core.notice.NoticeTable.Copy;

/** Puts new notices into the outbox of those who want to be told elsewhere, too. */
final class Letters {

    /** One way in which one person wants to be told. */
    private record Wish(UUID account, DeliveryChannel channel, boolean digest) {}

    private static final String INSERT =
            """
            insert into core.outbox (notice_id, channel, account_id, digest, state, attempts, next_at)
            values (:notice, :channel, :account, :digest, 'WAITING', 0, :next)
            """;

    private final DeliveryTimes times;

    Letters(DeliveryTimes times) {
        this.times = times;
    }

    /** @param copies that are new: what was told before is not told again */
    void write(Handle handle, List<Copy> copies, Instant now) {
        Map<UUID, List<Wish>> wishes = wishes(handle, copies);
        // No look at core.notice: a plan for that, made when a batch began, would read the whole table for each chunk.
        try (PreparedBatch batch = handle.prepareBatch(INSERT)) {
            for (Copy copy : copies) {
                for (Wish wish : wishes.getOrDefault(copy.account(), List.of())) {
                    if (wish.channel() == DeliveryChannel.EMAIL
                            || copy.message().sms() != null) {
                        batch.bind("notice", copy.id())
                                .bind("channel", wish.channel().name())
                                .bind("account", copy.account())
                                .bind("digest", wish.digest())
                                .bind("next", wish.digest() ? times.nextDigest(now) : now)
                                .add();
                    }
                }
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    private static Map<UUID, List<Wish>> wishes(Handle handle, List<Copy> copies) {
        if (copies.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery(
                        """
                        select account_id, channel, digest from core.contact
                        where active and account_id in (<accounts>)
                        """)
                .bindList(
                        "accounts",
                        copies.stream().map(Copy::account).distinct().toList())
                .map((row, context) -> new Wish(
                        row.getObject("account_id", UUID.class),
                        DeliveryChannel.valueOf(row.getString("channel")),
                        row.getBoolean("digest")))
                .stream()
                .collect(Collectors.groupingBy(Wish::account));
    }
}
