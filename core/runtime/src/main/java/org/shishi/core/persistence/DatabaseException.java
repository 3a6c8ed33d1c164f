package org.shishi.core.persistence;

import java.sql.SQLException;

/** The database failed underneath a use case. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
