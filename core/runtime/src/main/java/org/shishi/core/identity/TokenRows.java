package org.shishi.core.identity;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Bearer tokens in the database: their hashes only. */
final class TokenRows {

    record Stored(UUID id, UUID account, UUID organisation, OffsetDateTime usedAt) {}

    private final Handle handle;

    TokenRows(Handle handle) {
        this.handle = handle;
    }

    void insert(String token, UUID account, UUID organisation, OffsetDateTime at, OffsetDateTime expires) {
        handle.createUpdate("insert into core.access_token (id, hash, account_id, organisation_id, issued_at,"
                        + " expires_at) values (:id, :hash, :account, :organisation, :at, :expires)")
                .bind("id", UUID.randomUUID())
                .bind("hash", Digests.sha256(token))
                .bind("account", account)
                .bind("organisation", organisation)
                .bind("at", at)
                .bind("expires", expires)
                .execute();
    }

    Optional<Stored> valid(String token, OffsetDateTime now) {
        return handle.createQuery("select id, account_id, organisation_id, used_at from core.access_token"
                        + " where hash = :hash and expires_at > :now")
                .bind("hash", Digests.sha256(token))
                .bind("now", now)
                .map((row, context) -> new Stored(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, OffsetDateTime.class)))
                .findOne();
    }

    void used(UUID id, OffsetDateTime at) {
        handle.createUpdate("update core.access_token set used_at = :at where id = :id")
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    void revokeAll(UUID account) {
        handle.createUpdate("delete from core.access_token where account_id = :account")
                .bind("account", account)
                .execute();
    }

    void dropExpired(UUID account, OffsetDateTime now) {
        handle.createUpdate("delete from core.access_token where account_id = :account and expires_at <= :now")
                .bind("account", account)
                .bind("now", now)
                .execute();
    }
}
