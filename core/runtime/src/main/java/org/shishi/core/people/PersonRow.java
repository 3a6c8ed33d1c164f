package org.shishi.core.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A person as stored: sealed values. */
record PersonRow(UUID id, String document, String name, String mobile) {

    static PersonRow of(ResultSet row) throws SQLException {
        return new PersonRow(
                row.getObject("id", UUID.class),
                row.getString("document"),
                row.getString("name"),
                row.getString("mobile"));
    }
}
