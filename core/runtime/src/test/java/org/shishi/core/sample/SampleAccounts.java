package org.shishi.core.sample;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.core.persistence.CoreDatabase;

/** Accounts with roles, written straight into the tables. */
public final class SampleAccounts {

    private final CoreDatabase database;

    public SampleAccounts(CoreDatabase database, SampleOrganisations organisations) {
        this.database = database;
        database.transact(handle -> {
            organisations.store(handle);
            return null;
        });
    }

    /** Over accounts that are there already. */
    public SampleAccounts(CoreDatabase database) {
        this.database = database;
    }

    /** A new account with one role. */
    public UUID account(Organisation organisation, String programmeId, Role role) {
        UUID id = UUID.randomUUID();
        database.transact(handle -> {
            handle.execute(
                    """
                    insert into core.account (id, user_name, display_name, must_change, disabled, locale, epoch, version,
                                              created_at, created_by, updated_at, updated_by)
                    values (?, ?, '示例人员', false, false, 'zh', 0, 0, current_timestamp, ?, current_timestamp, ?)
                    """,
                    id,
                    id.toString(),
                    Caller.SYSTEM_ID,
                    Caller.SYSTEM_ID);
            grant(handle, id, organisation, programmeId, role);
            return null;
        });
        return id;
    }

    public void grant(UUID account, Organisation organisation, String programmeId, Role role) {
        database.transact(handle -> {
            grant(handle, account, organisation, programmeId, role);
            return null;
        });
    }

    private static void grant(Handle handle, UUID account, Organisation organisation, String programmeId, Role role) {
        handle.execute(
                """
                insert into core.role_grant (account_id, organisation_id, programme_id, role, granted_at, granted_by)
                values (?, ?, ?, ?, current_timestamp, ?)
                """,
                account,
                organisation.id(),
                programmeId,
                role.name(),
                Caller.SYSTEM_ID);
    }

    /** Both days inclusive. */
    public void standsIn(UUID deputy, UUID absent, LocalDate from, LocalDate until) {
        database.transact(handle -> handle.execute(
                "insert into core.deputy (id, account_id, deputy_id, from_day, until_day, created_at, created_by)"
                        + " values (?, ?, ?, ?, ?, current_timestamp, ?)",
                UUID.randomUUID(),
                absent,
                deputy,
                from,
                until,
                absent));
    }

    /** Takes all its roles away. */
    public void revoke(UUID account) {
        database.transact(handle -> handle.execute("delete from core.role_grant where account_id = ?", account));
    }

    public void disable(UUID account) {
        database.transact(handle -> handle.execute("update core.account set disabled = true where id = ?", account));
    }
}
