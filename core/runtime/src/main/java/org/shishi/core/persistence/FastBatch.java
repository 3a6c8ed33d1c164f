package org.shishi.core.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Many rows of one statement, without the cost of names: for imports. */
public final class FastBatch {

    private static final int ROWS = 1_000;

    /** Sets the parameters of one row. */
    @FunctionalInterface
    public interface Binder<R> {
        void bind(PreparedStatement statement, R row) throws SQLException;
    }

    /** What the database refused; its cause says why. */
    private static final class BatchException extends JdbiException {
        private static final long serialVersionUID = 1L;

        private BatchException(SQLException cause) {
            super(cause);
        }
    }

    private FastBatch() {}

    public static <R> void run(Handle handle, String sql, List<R> rows, Binder<R> binder) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            int waiting = 0;
            for (R row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
                if (++waiting == ROWS) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        } catch (SQLException e) {
            throw new BatchException(e);
        }
    }
}
