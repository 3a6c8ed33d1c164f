package org.shishi.core.scheduling;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** Lends Quartz connections of the platform's pool, which it does not own: ending one scheduler ends no pool. */
final class SharedPool implements ConnectionProvider {

    private volatile DataSource pool;

    SharedPool(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        DataSource open = pool;
        if (open == null) {
            throw new SQLException("the scheduling has ended");
        }
        return open.getConnection();
    }

    /** Quartz keeps providers for the life of the process; it need not keep the pool. */
    void forget() {
        pool = null;
    }

    @Override
    public void shutdown() {
        // One scheduler ends; the pool lives on for everybody else.
    }

    @Override
    public void initialize() {
        // It is open already.
    }
}
