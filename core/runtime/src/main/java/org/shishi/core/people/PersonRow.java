package org.shishi.core.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.shishi.api.people.DocumentKind;

/** A person as stored: sealed values. Of a pseudonymised one they are null. */
record PersonRow(
        UUID id,
        DocumentKind kind,
        String document,
        String name,
        String mobile,
        String birthDate,
        String sex,
        UUID organisation,
        String employment,
        String industry,
        Boolean member,
        boolean gone) {

    static final String COLUMNS = "p.id, p.document_kind, p.document, p.name, p.mobile, p.birth_date, p.sex,"
            + " p.organisation_id, p.employment, p.industry, p.is_member, p.pseudonymised_at";

    static PersonRow of(ResultSet row) throws SQLException {
        boolean gone = row.getObject("pseudonymised_at") != null;
        return new PersonRow(
                row.getObject("id", UUID.class),
                DocumentKind.valueOf(row.getString("document_kind")),
                gone ? null : row.getString("document"),
                gone ? null : row.getString("name"),
                row.getString("mobile"),
                row.getString("birth_date"),
                row.getString("sex"),
                row.getObject("organisation_id", UUID.class),
                row.getString("employment"),
                row.getString("industry"),
                (Boolean) row.getObject("is_member"),
                gone);
    }

    static String place(String column, UUID id) {
        return "person/" + column + "/" + id;
    }
}
