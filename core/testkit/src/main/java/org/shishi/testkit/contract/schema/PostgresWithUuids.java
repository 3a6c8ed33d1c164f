package org.shishi.testkit.contract.schema;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;

/** As the platform has it: an empty UUID must not be sent as text. Public: the provider makes it by name. */
public final class PostgresWithUuids extends PostgreSQLPlatform {

    private static final long serialVersionUID = 1L;

    @Override
    public int getJDBCType(Class<?> type) {
        return type == UUID.class ? Types.OTHER : super.getJDBCType(type);
    }
}
