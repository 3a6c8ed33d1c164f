package org.shishi.core.persistence;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;

/** The provider sends an empty UUID as text, which PostgreSQL does not take. Public: the provider makes it by name. */
public final class PostgresWithUuids extends PostgreSQLPlatform {

    private static final long serialVersionUID = 1L;

    @Override
    public int getJDBCType(Class<?> type) {
        return type == UUID.class ? Types.OTHER : super.getJDBCType(type);
    }
}
