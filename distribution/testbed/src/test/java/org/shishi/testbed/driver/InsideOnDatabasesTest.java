package org.shishi.testbed.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.shishi.testbed.container.InContainer;
import org.shishi.testbed.database.TestDatabase;
import org.shishi.testbed.database.WithDatabases;

/** Both at once: inside of the container, on each database. */
@InContainer(PlainFelix.class)
@WithDatabases
record InsideOnDatabasesTest(TestDatabase database) {

    @Test
    void connectsFromABundle() throws SQLException {
        assertNotNull(FrameworkUtil.getBundle(getClass()));
        try (Connection connection = database.connect()) {
            assertEquals(database.kind().toString(), connection.getMetaData().getDatabaseProductName());
        }
    }
}
