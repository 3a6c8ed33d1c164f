package org.shishi.core.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.core.delivery.DeliveryTimes;
import org.shishi.core.notice.NoticeTable.Copy;

/** Puts new notices into the outbox of those who want to be told elsewhere, too. */
final class Letters {

    /** One way in which one person wants to be told. */
    private record Wish(UUID account, DeliveryChannel channel, boolean digest) {}

    private final DeliveryTimes times;

    Letters(DeliveryTimes times) {
        this.times = times;
    }

    /** Of these copies only those that are in the table: what was told before is not told again. */
    void write(Handle handle, List<Copy> copies, Instant now) {
        Map<UUID, List<Wish>> wishes = wishes(handle, copies);
        Map<Wish, List<UUID>> wanted = new HashMap<>();
        for (Copy copy : copies) {
            for (Wish wish : wishes.getOrDefault(copy.account(), List.of())) {
                if (wish.channel() == DeliveryChannel.EMAIL || copy.message().sms() != null) {
                    Wish kind = new Wish(null, wish.channel(), wish.digest());
                    wanted.computeIfAbsent(kind, k -> new ArrayList<>()).add(copy.id());
                }
            }
        }
        wanted.forEach((kind, notices) -> insert(handle, kind, notices, now));
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

    private void insert(Handle handle, Wish kind, List<UUID> notices, Instant now) {
        handle.createUpdate(
                        """
                        insert into core.outbox (notice_id, channel, account_id, digest, state, attempts, next_at)
                        select id, :channel, account_id, :digest, 'WAITING', 0, :next from core.notice where id in (<notices>)
                        """)
                .bindList("notices", notices)
                .bind("channel", kind.channel().name())
                .bind("digest", kind.digest())
                .bind("next", kind.digest() ? times.nextDigest(now) : now)
                .execute();
    }
}
