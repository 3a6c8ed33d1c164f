package org.shishi.core.identity;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.Accounts.Grant;

/** Accounts and their roles in the database. */
public final class AccountRows {

    private final Handle handle;

    public AccountRows(Handle handle) {
        this.handle = handle;
    }

    public Optional<StoredAccount> byName(String userName) {
        return handle.createQuery("select * from core.account where user_name = :name")
                .bind("name", userName)
                .map((row, context) -> StoredAccount.of(row))
                .findOne();
    }

    /** Which of these user names belong to somebody. */
    Set<String> taken(Collection<String> userNames) {
        return userNames.isEmpty()
                ? Set.of()
                : handle.createQuery("select user_name from core.account where user_name in (<names>)")
                        .bindList("names", userNames)
                        .mapTo(String.class)
                        .set();
    }

    public Optional<StoredAccount> byId(UUID id) {
        return byId(id, "");
    }

    /** Until the end of the transaction nobody else changes it. */
    Optional<StoredAccount> lock(UUID id) {
        return byId(id, " for update");
    }

    private Optional<StoredAccount> byId(UUID id, String lock) {
        return handle.createQuery("select * from core.account where id = :id" + lock)
                .bind("id", id)
                .map((row, context) -> StoredAccount.of(row))
                .findOne();
    }

    public boolean any() {
        return handle.createQuery("select id from core.account limit 1")
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    public Set<Grant> grants(UUID account) {
        return grants(Set.of(account)).getOrDefault(account, Set.of());
    }

    Map<UUID, Set<Grant>> grants(Collection<UUID> accounts) {
        Map<UUID, Set<Grant>> found = new HashMap<>();
        if (!accounts.isEmpty()) {
            handle.createQuery("select account_id, organisation_id, programme_id, role from core.role_grant"
                            + " where account_id in (<accounts>)")
                    .bindList("accounts", accounts)
                    .map((row, context) -> Map.entry(
                            row.getObject(1, UUID.class),
                            new Grant(row.getObject(2, UUID.class), row.getString(3), Role.valueOf(row.getString(4)))))
                    .forEach(e -> found.computeIfAbsent(e.getKey(), id -> new HashSet<>())
                            .add(e.getValue()));
        }
        return found;
    }

    /** Somebody who holds exactly this role for every programme there; who came first. */
    public Optional<StoredAccount> holder(UUID organisation, String programmeId, Role role) {
        return handle.createQuery("select a.* from core.role_grant g join core.account a on a.id = g.account_id"
                        + " where g.organisation_id = :organisation and g.programme_id = :programme"
                        + " and g.role = :role and not a.disabled order by a.created_at, a.user_name limit 1")
                .bind("organisation", organisation)
                .bind("programme", programmeId)
                .bind("role", role)
                .map((row, context) -> StoredAccount.of(row))
                .findOne();
    }

    public void insert(StoredAccount account, UUID by, OffsetDateTime at) {
        handle.createUpdate("insert into core.account (id, user_name, display_name, password_hash, password_set_at,"
                        + " must_change, disabled, locale, acting_org_id, epoch, version, created_at, created_by,"
                        + " updated_at, updated_by) values (:id, :name, :display, :hash, :set, :must, :disabled,"
                        + " :locale, :acting, :epoch, :version, :at, :by, :at, :by)")
                .bind("id", account.id())
                .bind("name", account.userName())
                .bind("display", account.displayName())
                .bind("hash", account.passwordHash())
                .bind("set", account.passwordHash() == null ? null : at)
                .bind("must", account.mustChange())
                .bind("disabled", account.disabled())
                .bind("locale", account.locale().toLanguageTag())
                .bind("acting", account.actingOrg())
                .bind("epoch", account.epoch())
                .bind("version", account.version())
                .bind("at", at)
                .bind("by", by)
                .execute();
    }

    public void grant(UUID account, Collection<Grant> grants, UUID by, OffsetDateTime at) {
        if (grants.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into core.role_grant (account_id, organisation_id,"
                + " programme_id, role, granted_at, granted_by) values (:account, :organisation, :programme, :role,"
                + " :at, :by)");
        for (Grant grant : grants) {
            batch.bind("account", account)
                    .bind("organisation", grant.organisation())
                    .bind("programme", grant.programmeId())
                    .bind("role", grant.role())
                    .bind("at", at)
                    .bind("by", by)
                    .add();
        }
        batch.execute();
    }

    void revoke(UUID account, Collection<Grant> grants) {
        for (Grant grant : grants) {
            handle.createUpdate("delete from core.role_grant where account_id = :account and organisation_id ="
                            + " :organisation and programme_id = :programme and role = :role")
                    .bind("account", account)
                    .bind("organisation", grant.organisation())
                    .bind("programme", grant.programmeId())
                    .bind("role", grant.role())
                    .execute();
        }
    }

    void displayName(UUID id, String name, UUID by, OffsetDateTime at) {
        changed("display_name = :name", id, by, at).bind("name", name).execute();
    }

    /** Ends all sessions, too. */
    void disabled(UUID id, boolean disabled, UUID by, OffsetDateTime at) {
        changed("disabled = :disabled, epoch = epoch + 1", id, by, at)
                .bind("disabled", disabled)
                .execute();
    }

    /** Ends all sessions, too. */
    void password(UUID id, String hash, boolean mustChange, UUID by, OffsetDateTime at) {
        changed("password_hash = :hash, password_set_at = :at, must_change = :must, epoch = epoch + 1", id, by, at)
                .bind("hash", hash)
                .bind("must", mustChange)
                .execute();
    }

    /** Who lost the authenticator gets in again by an administrator alone. */
    void withoutFactor(UUID id) {
        new FactorRows(handle).remove(id);
    }

    void endSessions(UUID id, OffsetDateTime at) {
        changed("epoch = epoch + 1", id, id, at).execute();
    }

    private Update changed(String what, UUID id, UUID by, OffsetDateTime at) {
        return handle.createUpdate("update core.account set " + what
                        + ", version = version + 1, updated_at = :at, updated_by = :by where id = :id")
                .bind("id", id)
                .bind("by", by)
                .bind("at", at);
    }

    /** A stronger hash of the same password. */
    void rehash(UUID id, String hash) {
        handle.createUpdate("update core.account set password_hash = :hash where id = :id")
                .bind("hash", hash)
                .bind("id", id)
                .execute();
    }

    void signedIn(UUID id, UUID actingOrg, OffsetDateTime at) {
        handle.createUpdate("update core.account set acting_org_id = :org, signed_in_at = :at where id = :id")
                .bind("org", actingOrg)
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    void acting(UUID id, UUID organisation) {
        handle.createUpdate("update core.account set acting_org_id = :org where id = :id")
                .bind("org", organisation)
                .bind("id", id)
                .execute();
    }

    void locale(UUID id, Locale locale) {
        handle.createUpdate("update core.account set locale = :locale where id = :id")
                .bind("locale", locale.toLanguageTag())
                .bind("id", id)
                .execute();
    }
}
