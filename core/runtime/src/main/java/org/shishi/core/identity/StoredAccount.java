package org.shishi.core.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/**
 * A row of the accounts.
 *
 * @param passwordHash null: nobody signs in with a password here
 * @param actingOrg the organisation acted for last; null: none yet
 * @param epoch grows when all earlier sessions must end
 */
public record StoredAccount(
        UUID id,
        String userName,
        String displayName,
        String passwordHash,
        boolean mustChange,
        boolean disabled,
        Locale locale,
        UUID actingOrg,
        long epoch,
        long version) {

    public static final Locale CHINESE = Locale.forLanguageTag("zh-CN");

    static StoredAccount of(ResultSet row) throws SQLException {
        return new StoredAccount(
                row.getObject("id", UUID.class),
                row.getString("user_name"),
                row.getString("display_name"),
                row.getString("password_hash"),
                row.getBoolean("must_change"),
                row.getBoolean("disabled"),
                Locale.forLanguageTag(row.getString("locale")),
                row.getObject("acting_org_id", UUID.class),
                row.getLong("epoch"),
                row.getLong("version"));
    }

    /** Never shows the hash. */
    @Override
    public String toString() {
        return "StoredAccount[" + userName + "]";
    }
}
