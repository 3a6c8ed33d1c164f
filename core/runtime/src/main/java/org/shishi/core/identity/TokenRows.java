package org.shishi.core.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.platform.ApiTokens.Scope;

/** Bearer tokens in the database: their hashes only. */
final class TokenRows {

    /**
     * @param name null: from a sign-in
     * @param programmeId null: in every programme
     */
    record Stored(
            UUID id,
            UUID account,
            UUID organisation,
            String name,
            Scope scope,
            String programmeId,
            OffsetDateTime issuedAt,
            OffsetDateTime expiresAt,
            OffsetDateTime usedAt) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getObject("id", UUID.class),
                    row.getObject("account_id", UUID.class),
                    row.getObject("organisation_id", UUID.class),
                    row.getString("name"),
                    Scope.valueOf(row.getString("scope")),
                    row.getString("programme_id"),
                    row.getObject("issued_at", OffsetDateTime.class),
                    row.getObject("expires_at", OffsetDateTime.class),
                    row.getObject("used_at", OffsetDateTime.class));
        }
    }

    private final Handle handle;

    TokenRows(Handle handle) {
        this.handle = handle;
    }

    void insert(String token, Stored stored) {
        handle.createUpdate("insert into core.access_token (id, hash, account_id, organisation_id, name, scope,"
                        + " programme_id, issued_at, expires_at) values (:id, :hash, :account, :organisation, :name,"
                        + " :scope, :programme, :at, :expires)")
                .bind("id", stored.id)
                .bind("hash", Digests.sha256(token))
                .bind("account", stored.account)
                .bind("organisation", stored.organisation)
                .bind("name", stored.name)
                .bind("scope", stored.scope)
                .bind("programme", stored.programmeId)
                .bind("at", stored.issuedAt)
                .bind("expires", stored.expiresAt)
                .execute();
    }

    Optional<Stored> valid(String token, OffsetDateTime now) {
        return handle.createQuery("select * from core.access_token where hash = :hash and expires_at > :now")
                .bind("hash", Digests.sha256(token))
                .bind("now", now)
                .map((row, context) -> Stored.of(row))
                .findOne();
    }

    /** Those with a name, newest first. */
    List<Stored> named(UUID account) {
        return handle.createQuery("select * from core.access_token where account_id = :account and name is not null"
                        + " order by issued_at desc, id")
                .bind("account", account)
                .map((row, context) -> Stored.of(row))
                .list();
    }

    void used(UUID id, OffsetDateTime at) {
        handle.createUpdate("update core.access_token set used_at = :at where id = :id")
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    boolean revoke(UUID account, UUID id) {
        return handle.createUpdate("delete from core.access_token where account_id = :account and id = :id")
                        .bind("account", account)
                        .bind("id", id)
                        .execute()
                > 0;
    }

    void revokeAll(UUID account) {
        handle.createUpdate("delete from core.access_token where account_id = :account")
                .bind("account", account)
                .execute();
    }

    void revokeSignIns(UUID account) {
        handle.createUpdate("delete from core.access_token where account_id = :account and name is null")
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
