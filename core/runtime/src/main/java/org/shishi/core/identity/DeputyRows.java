package org.shishi.core.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.platform.Deputies.Deputy;

/** Who stands in for whom, in the database. */
final class DeputyRows {

    private static final String ALL = "select d.id, d.account_id, a.display_name as account_name, d.deputy_id,"
            + " b.display_name as deputy_name, d.from_day, d.until_day from core.deputy d"
            + " join core.account a on a.id = d.account_id join core.account b on b.id = d.deputy_id";

    private static final String TODAY =
            " where d.deputy_id = :account and d.from_day <= :today" + " and d.until_day >= :today and not a.disabled";

    private final Handle handle;

    DeputyRows(Handle handle) {
        this.handle = handle;
    }

    /** Roles that somebody has today: the own ones, and those of whom they stand in for. */
    Set<Grant> grants(UUID account, LocalDate today) {
        Set<Grant> own = new AccountRows(handle).grants(account);
        Set<Grant> all = together(own, account, today);
        // Roles may have changed since the appointment: whatever would mix the platform with programmes is left out.
        return AccountChecks.separate(all) ? all : own;
    }

    /** For whom somebody stands in today and has the roles of. */
    Set<UUID> absent(UUID account, LocalDate today) {
        Set<UUID> absent = handle.createQuery("select d.account_id from core.deputy d"
                        + " join core.account a on a.id = d.account_id" + TODAY)
                .bind("account", account)
                .bind("today", today)
                .mapTo(UUID.class)
                .set();
        return absent.isEmpty()
                        || AccountChecks.separate(together(new AccountRows(handle).grants(account), account, today))
                ? absent
                : Set.of();
    }

    /** Accounts that stand in for anybody on a day. */
    List<UUID> deputies(LocalDate today) {
        return handle.createQuery("select distinct d.deputy_id from core.deputy d"
                        + " join core.account b on b.id = d.deputy_id"
                        + " where d.from_day <= :today and d.until_day >= :today and not b.disabled")
                .bind("today", today)
                .mapTo(UUID.class)
                .list();
    }

    private Set<Grant> together(Set<Grant> own, UUID account, LocalDate today) {
        Set<Grant> all = new HashSet<>(own);
        all.addAll(handle.createQuery("select g.organisation_id, g.programme_id, g.role from core.deputy d"
                        + " join core.role_grant g on g.account_id = d.account_id"
                        + " join core.account a on a.id = d.account_id" + TODAY)
                .bind("account", account)
                .bind("today", today)
                .map((row, context) ->
                        new Grant(row.getObject(1, UUID.class), row.getString(2), Role.valueOf(row.getString(3))))
                .set());
        return all;
    }

    List<Deputy> of(UUID account, LocalDate today) {
        return handle.createQuery(ALL + " where (d.account_id = :account or d.deputy_id = :account)"
                        + " and d.until_day >= :today order by d.from_day, d.id")
                .bind("account", account)
                .bind("today", today)
                .map((row, context) -> deputy(row))
                .list();
    }

    Optional<Deputy> find(UUID id) {
        return handle.createQuery(ALL + " where d.id = :id")
                .bind("id", id)
                .map((row, context) -> deputy(row))
                .findOne();
    }

    void insert(Deputy deputy, UUID by, OffsetDateTime at) {
        handle.createUpdate("insert into core.deputy (id, account_id, deputy_id, from_day, until_day, created_at,"
                        + " created_by) values (:id, :account, :deputy, :from, :until, :at, :by)")
                .bind("id", deputy.id())
                .bind("account", deputy.account())
                .bind("deputy", deputy.deputy())
                .bind("from", deputy.from())
                .bind("until", deputy.until())
                .bind("at", at)
                .bind("by", by)
                .execute();
    }

    void delete(UUID id) {
        handle.createUpdate("delete from core.deputy where id = :id")
                .bind("id", id)
                .execute();
    }

    private static Deputy deputy(ResultSet row) throws SQLException {
        return new Deputy(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("account_name"),
                row.getObject("deputy_id", UUID.class),
                row.getString("deputy_name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class));
    }
}
