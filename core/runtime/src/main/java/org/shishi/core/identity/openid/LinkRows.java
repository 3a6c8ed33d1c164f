package org.shishi.core.identity.openid;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.platform.OpenIdSignIn.Link;
import org.shishi.core.persistence.Inserts;

/** Which accounts elsewhere belong to which here. */
final class LinkRows {

    private final Handle handle;

    LinkRows(Handle handle) {
        this.handle = handle;
    }

    Optional<UUID> account(Provider.Identity identity) {
        return handle.createQuery(
                        "select account_id from core.external_login where issuer = :issuer and subject = :subject")
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .mapTo(UUID.class)
                .findOne();
    }

    /** False: it is linked already. */
    boolean insert(Provider.Identity identity, UUID account, OffsetDateTime at) {
        return Inserts.unlessTaken(handle, () -> handle.createUpdate(
                        "insert into core.external_login (issuer, subject, account_id, linked_at)"
                                + " values (:issuer, :subject, :account, :at)")
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .bind("account", account)
                .bind("at", at)
                .execute());
    }

    List<Link> of(UUID account) {
        return handle.createQuery("select issuer, subject, linked_at from core.external_login"
                        + " where account_id = :account order by linked_at")
                .bind("account", account)
                .map((row, context) -> new Link(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean delete(UUID account, Link link) {
        return handle.createUpdate("delete from core.external_login where account_id = :account"
                                + " and issuer = :issuer and subject = :subject")
                        .bind("account", account)
                        .bind("issuer", link.issuer())
                        .bind("subject", link.subject())
                        .execute()
                > 0;
    }
}
