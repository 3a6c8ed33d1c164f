package org.shishi.core.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Inserts that may lose against somebody faster without harming the transaction they are part of. */
public final class Inserts {

    private static final String UNIQUE_VIOLATION = "23505";

    private Inserts() {}

    /**
     * Runs an insert inside a transaction. Waits for another transaction that inserts the same key.
     *
     * @return false, and nothing is done, when a unique key is taken already
     */
    public static boolean unlessTaken(Handle handle, Runnable insert) {
        Connection connection = handle.getConnection();
        try {
            // PostgreSQL gives a whole transaction up after a failed statement; a savepoint keeps the rest.
            Savepoint before = connection.setSavepoint();
            try {
                insert.run();
                connection.releaseSavepoint(before);
                return true;
            } catch (JdbiException e) {
                if (!taken(e)) {
                    throw e;
                }
                connection.rollback(before);
                return false;
            }
        } catch (SQLException e) {
            throw new DatabaseException("an insert could not be undone", e);
        }
    }

    private static boolean taken(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
