package org.shishi.core.edition;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.programme.EditionState;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.Inserts;

/** Editions and their declared parameters in the database. A change locks its edition first. */
final class EditionRows {

    private static final String THIS = " where programme_id = :programme and edition_year = :year";

    private final Handle handle;

    EditionRows(Handle handle) {
        this.handle = handle;
    }

    /** An edition without its values. */
    record Row(EditionKey key, EditionState state, Integer copiedFrom, UUID stamp) {}

    /**
     * A parameter as the file declares it.
     *
     * @param least smallest number allowed
     */
    record Definition(EditionParameter parameter, BigDecimal least, Text title) {}

    Map<EditionKey, UUID> stamps() {
        Map<EditionKey, UUID> stamps = new HashMap<>();
        handle.createQuery("select programme_id, edition_year, stamp from core.edition")
                .map((row, context) -> Map.entry(key(row), row.getObject("stamp", UUID.class)))
                .forEach(each -> stamps.put(each.getKey(), each.getValue()));
        return stamps;
    }

    List<Row> all() {
        return handle.createQuery("select * from core.edition order by programme_id, edition_year desc")
                .map((row, context) -> row(row))
                .list();
    }

    Optional<Row> find(EditionKey key) {
        return handle.createQuery("select * from core.edition" + THIS)
                .bind("programme", key.programmeId())
                .bind("year", key.year())
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Until the end of the transaction nobody else changes it; every copy of it is old afterwards. */
    Optional<Row> lock(EditionKey key, OffsetDateTime now) {
        handle.createUpdate("update core.edition set stamp = :stamp, changed_at = :now" + THIS)
                .bind("stamp", UUID.randomUUID())
                .bind("now", now)
                .bind("programme", key.programmeId())
                .bind("year", key.year())
                .execute();
        return find(key);
    }

    /** Does nothing where there is one already. */
    boolean insert(EditionKey key, EditionState state, Integer copiedFrom, OffsetDateTime now) {
        return Inserts.unlessTaken(handle, () -> handle.createUpdate("insert into core.edition"
                        + " (programme_id, edition_year, state, copied_from, stamp, changed_at, closed_at)"
                        + " values (:programme, :year, :state, :from, :stamp, :now, :closed)")
                .bindByType("closed", ended(state) ? now : null, OffsetDateTime.class)
                .bind("programme", key.programmeId())
                .bind("year", key.year())
                .bind("state", state)
                .bind("from", copiedFrom)
                .bind("stamp", UUID.randomUUID())
                .bind("now", now)
                .execute());
    }

    private static boolean ended(EditionState state) {
        return state == EditionState.CLOSED || state == EditionState.ARCHIVED;
    }

    void update(EditionKey key, EditionState state, Integer copiedFrom) {
        handle.createUpdate("update core.edition set state = :state, copied_from = :from, closed_at ="
                        + " case when cast(:state as varchar(20)) not in ('CLOSED', 'ARCHIVED') then null else coalesce(closed_at, changed_at)"
                        + " end" + THIS)
                .bind("state", state)
                .bind("from", copiedFrom)
                .bind("programme", key.programmeId())
                .bind("year", key.year())
                .execute();
    }

    /** In the order of the file. */
    List<Definition> definitions(EditionKey key) {
        return handle.createQuery("select * from core.edition_parameter" + THIS + " order by place")
                .bind("programme", key.programmeId())
                .bind("year", key.year())
                .map((row, context) -> definition(row))
                .list();
    }

    void define(EditionKey key, List<Definition> definitions) {
        handle.createUpdate("delete from core.edition_parameter" + THIS)
                .bind("programme", key.programmeId())
                .bind("year", key.year())
                .execute();
        for (int place = 0; place < definitions.size(); place++) {
            Definition definition = definitions.get(place);
            EditionParameter parameter = definition.parameter();
            handle.createUpdate(
                            "insert into core.edition_parameter (programme_id, edition_year, name, place, type, unit,"
                                    + " least, declared, unset_code, source, options, title_zh, title_en) values (:programme, :year,"
                                    + " :name, :place, :type, :unit, :least, :declared, :unset, :source, :options, :zh, :en)")
                    .bind("programme", key.programmeId())
                    .bind("year", key.year())
                    .bind("name", parameter.name())
                    .bind("place", place)
                    .bind("type", parameter.type())
                    .bind("unit", parameter.unit())
                    .bind(
                            "least",
                            definition.least() == null
                                    ? null
                                    : definition.least().toPlainString())
                    .bind("declared", PlainJson.write(parameter.value()))
                    .bind("unset", parameter.unsetCode())
                    .bind("source", parameter.source())
                    .bind("options", parameter.options().isEmpty() ? null : PlainJson.write(parameter.options()))
                    .bind("zh", definition.title().zh())
                    .bind("en", definition.title().en())
                    .execute();
        }
    }

    /** What the programmes are called, also those that are away. */
    Map<String, Text> titles() {
        Map<String, Text> titles = new HashMap<>();
        handle.createQuery("select id, title_zh, title_en from core.programme order by edition_year")
                .map((row, context) ->
                        Map.entry(row.getString("id"), new Text(row.getString("title_zh"), row.getString("title_en"))))
                .forEach(each -> titles.put(each.getKey(), each.getValue()));
        return titles;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                key(row),
                EditionState.valueOf(row.getString("state")),
                row.getObject("copied_from", Integer.class),
                row.getObject("stamp", UUID.class));
    }

    static EditionKey key(ResultSet row) throws SQLException {
        return new EditionKey(row.getString("programme_id"), row.getInt("edition_year"));
    }

    private static List<String> options(String json) {
        return json == null
                ? List.of()
                : ((List<?>) PlainJson.parse(json))
                        .stream().map(String::valueOf).toList();
    }

    private static Definition definition(ResultSet row) throws SQLException {
        String type = row.getString("type");
        String least = row.getString("least");
        return new Definition(
                new EditionParameter(
                        row.getString("name"),
                        type,
                        row.getString("unit"),
                        PlainJson.read(ParameterType.of(type), row.getString("declared")),
                        row.getString("unset_code"),
                        row.getString("source"),
                        options(row.getString("options"))),
                least == null ? null : new BigDecimal(least),
                new Text(row.getString("title_zh"), row.getString("title_en")));
    }
}
