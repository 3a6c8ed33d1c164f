package org.shishi.core.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.text.Text;
import org.shishi.core.deadline.DeadlineTable.Kind;
import org.shishi.core.organisation.NameKey;

/** Open deadlines by what their reminders depend on. */
final class KinRows {

    /** One of them. */
    record Open(UUID id, Kind kind, Terms terms, UUID organisation, String organisationName, Text title) {}

    private static final String FROM =
            " from core.deadline d join core.organisation o on o.id = d.organisation_id where d.done_at is null and ";

    private final Handle handle;
    private final Visible visible;

    KinRows(Handle handle, Visible visible) {
        this.handle = handle;
        this.visible = visible;
    }

    /** @param programmeId and {@code organisation}: null: every one */
    List<Kin> all(String programmeId, String organisation) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = where(programmeId, organisation, values);
        var query = visible.bind(
                handle.createQuery(
                        """
                select g.*, t.reminded_up_to from (
                    select d.programme_id, d.edition_year, d.type, d.window_from, d.due, d.hard, count(*) as how_many
                """
                                + FROM
                                + where
                                + """
                         group by d.programme_id, d.edition_year, d.type, d.window_from, d.due, d.hard) g
                join core.deadline_type t on t.programme_id = g.programme_id and t.edition_year = g.edition_year
                     and t.type = g.type
                order by g.due, g.programme_id, g.edition_year, g.type
                """));
        values.forEach(query::bind);
        return query.map((row, context) -> kin(row)).list();
    }

    private String where(String programmeId, String organisation, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(visible.condition());
        if (programmeId != null) {
            where.append(" and d.programme_id = :programme");
            values.put("programme", programmeId);
        }
        if (organisation != null && !organisation.isBlank()) {
            where.append(" and o.name_key like :name escape '\\'");
            values.put("name", NameKey.part(organisation));
        }
        return where.toString();
    }

    private static Kin kin(ResultSet row) throws SQLException {
        return new Kin(kind(row), terms(row), row.getObject("reminded_up_to", LocalDate.class), row.getInt("how_many"));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                row.getObject("window_from", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getBoolean("hard"));
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return new Kind(row.getString("programme_id"), row.getInt("edition_year"), row.getString("type"));
    }

    /** The deadlines of some kin, by id, after one. */
    List<Open> of(List<Kin> kin, String organisation, UUID after, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder(where(null, organisation, values));
        where.append(" and (");
        for (int i = 0; i < kin.size(); i++) {
            where.append(i == 0 ? "" : " or ").append(condition(kin.get(i), i, values));
        }
        where.append(")");
        if (after != null) {
            where.append(" and d.id > :after");
            values.put("after", after);
        }
        var query = visible.bind(
                        handle.createQuery("select d.*, o.name" + FROM + where + " order by d.id limit :limit"))
                .bind("limit", limit);
        values.forEach(query::bind);
        return query.map((row, context) -> open(row)).list();
    }

    private static String condition(Kin kin, int number, Map<String, Object> values) {
        values.put("programme" + number, kin.kind().programmeId());
        values.put("year" + number, kin.kind().year());
        values.put("type" + number, kin.kind().type());
        values.put("due" + number, kin.terms().due());
        values.put("hard" + number, kin.terms().hard());
        String window = "d.window_from is null";
        if (kin.terms().windowFrom() != null) {
            values.put("window" + number, kin.terms().windowFrom());
            window = "d.window_from = :window" + number;
        }
        return ("(d.programme_id = :programme%1$d and d.edition_year = :year%1$d and d.type = :type%1$d"
                        + " and d.due = :due%1$d and d.hard = :hard%1$d and %2$s)")
                .formatted(number, window);
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getObject("id", UUID.class),
                kind(row),
                terms(row),
                row.getObject("organisation_id", UUID.class),
                row.getString("name"),
                new Text(row.getString("title_zh"), row.getString("title_en")));
    }
}
