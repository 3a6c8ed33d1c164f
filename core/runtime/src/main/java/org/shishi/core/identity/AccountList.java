package org.shishi.core.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.shishi.api.platform.Accounts.Account;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.text.Normal;
import org.shishi.core.organisation.Within;

/** Accounts as the administration shows them. */
final class AccountList {

    private static final int MOST = 200;

    private final Handle handle;
    private final Attempts attempts;

    AccountList(Handle handle, Attempts attempts) {
        this.handle = handle;
        this.attempts = attempts;
    }

    List<Account> page(AdminScope scope, String text, String after, int limit) {
        String wanted = Normal.text(text).toLowerCase(Locale.ROOT);
        StringBuilder sql = new StringBuilder("select a.* from core.account a where a.user_name > :after");
        if (!wanted.isEmpty()) {
            sql.append(" and (a.user_name like :text escape '!' or lower(a.display_name) like :text escape '!'"
                    + " or exists (select 1 from core.role_grant r join core.organisation o on o.id = r.organisation_id"
                    + " where r.account_id = a.id and lower(o.name) like :text escape '!'))");
        }
        if (!scope.everything()) {
            sql.append(" and exists (select 1 from core.role_grant g where g.account_id = a.id and ")
                    .append(Within.sql("g.organisation_id", ":scope"))
                    .append(")");
        }
        sql.append(" order by a.user_name limit :limit");
        Query query = handle.createQuery(sql.toString())
                .bind("after", after == null ? "" : after)
                .bind("limit", Math.clamp(limit, 1, MOST));
        if (!wanted.isEmpty()) {
            query.bind("text", "%" + wanted.replaceAll("([%_!])", "!$1") + "%");
        }
        if (!scope.everything()) {
            query.bind("scope", scope.organisation().id());
        }
        return accounts(query.map((row, context) -> StoredAccount.of(row)).list());
    }

    Account account(StoredAccount account, Set<Grant> grants) {
        return account(
                account,
                grants,
                attempts.locked(handle, List.of(account.userName())).contains(account.userName()));
    }

    private List<Account> accounts(List<StoredAccount> rows) {
        Map<UUID, Set<Grant>> grants = new AccountRows(handle)
                .grants(rows.stream().map(StoredAccount::id).toList());
        Set<String> locked = attempts.locked(
                handle, rows.stream().map(StoredAccount::userName).toList());
        return rows.stream()
                .map(row -> account(row, grants.getOrDefault(row.id(), Set.of()), locked.contains(row.userName())))
                .toList();
    }

    private static Account account(StoredAccount row, Set<Grant> grants, boolean locked) {
        return new Account(
                row.id(), row.userName(), row.displayName(), row.disabled(), locked, Set.copyOf(grants), row.version());
    }
}
