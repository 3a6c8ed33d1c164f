package org.shishi.core.deadline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.core.crypto.RandomText;
import org.shishi.core.identity.Digests;

/** Secret addresses for calendar programs, one a person: 192 random bits, kept as a hash. */
final class FeedRows {

    private static final int BYTES = 24;

    private final Handle handle;

    FeedRows(Handle handle) {
        this.handle = handle;
    }

    static String secret() {
        return RandomText.of(BYTES);
    }

    Optional<Instant> since(UUID account) {
        return handle.createQuery("select made_at from core.calendar_feed where account_id = :account")
                .bind("account", account)
                .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .findOne();
    }

    void put(UUID account, String secret, Instant now) {
        end(account);
        handle.createUpdate("insert into core.calendar_feed (account_id, hash, made_at) values (:account, :hash, :now)")
                .bind("account", account)
                .bind("hash", Digests.sha256(secret))
                .bind("now", now)
                .execute();
    }

    boolean end(UUID account) {
        return handle.createUpdate("delete from core.calendar_feed where account_id = :account")
                        .bind("account", account)
                        .execute()
                > 0;
    }

    /** Whose address it is, and in which language that account reads. */
    record Owner(UUID account, Locale locale) {}

    /** Of accounts that may sign in. */
    Optional<Owner> owner(String secret) {
        return handle.createQuery(
                        """
                        select f.account_id, a.locale from core.calendar_feed f join core.account a on a.id = f.account_id
                        where f.hash = :hash and a.disabled = false
                        """)
                .bind("hash", Digests.sha256(secret))
                .map((row, context) -> new Owner(row.getObject(1, UUID.class), Locale.forLanguageTag(row.getString(2))))
                .findOne();
    }
}
