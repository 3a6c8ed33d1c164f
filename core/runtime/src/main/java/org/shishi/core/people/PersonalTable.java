package org.shishi.core.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.SealedColumns;

/**
 * The table of a kind of record and what is personal in it. Rows are reached past the programme, which may be away: the
 * names come from its entities, never from what people type.
 *
 * @param version null: nothing counts changes
 * @param wholeType of which these are parts; null: of none
 * @param person column of the person's id; null: the records are not about one
 * @param masks {@code column=***}, or {@code column=} where nothing is left
 * @param contacts sealed columns
 * @param files kinds of attachments that name contacts, too
 * @param keepName null: no end was declared
 * @param keepYears null: not set
 */
record PersonalTable(
        String programmeId,
        int year,
        String typeId,
        Text title,
        String schema,
        String table,
        String version,
        String wholeType,
        String wholeColumn,
        String person,
        List<String> masks,
        List<String> contacts,
        List<String> files,
        String keepName,
        Integer keepYears) {

    private static final String GONE = "'" + SealedColumns.GONE + "'";

    static PersonalTable of(ResultSet row) throws SQLException {
        int years = row.getInt("keep_years");
        return new PersonalTable(
                row.getString("programme_id"),
                row.getInt("edition_year"),
                row.getString("type_id"),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                row.getString("schema_name"),
                row.getString("table_name"),
                row.getString("version_column"),
                row.getString("whole_type"),
                row.getString("whole_column"),
                row.getString("person_column"),
                list(row.getString("person_columns")),
                list(row.getString("contact_columns")),
                list(row.getString("contact_files")),
                row.getString("keep_name"),
                row.getObject("keep_years") == null ? null : years);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).filter(part -> !part.isEmpty()).toList();
    }

    String edition() {
        return programmeId + "/" + year;
    }

    /** As queries of retention name the contacts of this kind; no kind of part is called so. */
    String key() {
        return edition() + "/@" + typeId;
    }

    String object(UUID id) {
        return edition() + "/" + typeId + "/" + id;
    }

    /** Whether it stands in the database as it is known: the programme may have been taken away with its data, or changed. */
    boolean there(Handle handle) {
        return there(handle.createQuery("select lower(column_name) from information_schema.columns"
                        + " where lower(table_schema) = :schema and lower(table_name) = :table")
                .bind("schema", schema)
                .bind("table", table)
                .mapTo(String.class)
                .set());
    }

    /** @param columns that the table really has */
    boolean there(Set<String> columns) {
        Set<String> needed = new TreeSet<>(contacts);
        masks.forEach(mask -> needed.add(mask.substring(0, mask.indexOf('='))));
        for (String column : Arrays.asList("id", version, wholeColumn, person)) {
            if (column != null) {
                needed.add(column);
            }
        }
        return columns.containsAll(needed);
    }

    String name() {
        return schema + "." + table;
    }

    private String named() {
        return contacts.stream()
                .map(column -> "(" + column + " is not null and " + column + " <> " + GONE + ")")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Records that still name contacts. */
    long naming(Handle handle) {
        return contacts.isEmpty()
                ? 0
                : handle.createQuery("select count(*) from " + name() + " where " + named())
                        .mapTo(Long.class)
                        .one();
    }

    /** Some of them, in the order of their ids. @param lock whether they are about to be changed */
    List<UUID> naming(Handle handle, UUID after, int most, boolean lock) {
        return handle.createQuery("select id from " + name() + " where " + named() + " and id > :after order by id"
                        + " limit :most" + (lock ? " for update" : ""))
                .bind("after", after)
                .bind("most", most)
                .mapTo(UUID.class)
                .list();
    }

    void hideContacts(Handle handle, List<UUID> ids) {
        update(
                handle,
                contacts.stream()
                        .map(column -> column + " = case when " + column + " is null then null else " + GONE + " end")
                        .toList(),
                "id",
                ids);
    }

    void hidePersons(Handle handle, List<UUID> persons) {
        update(
                handle,
                masks.stream()
                        .map(mask ->
                                mask.endsWith("=") ? mask + "null" : mask.substring(0, mask.indexOf('=') + 1) + GONE)
                        .toList(),
                person,
                persons);
    }

    private void update(Handle handle, List<String> sets, String column, List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        List<String> all = new ArrayList<>(sets);
        if (version != null) {
            // Whoever has one of them open does not write back what he saw.
            all.add(version + " = " + version + " + 1");
        }
        handle.createUpdate("update " + name() + " set " + String.join(", ", all) + " where " + column + " in (<ids>)")
                .bindList("ids", ids)
                .execute();
    }

    /** Ids of the parts of these wholes. */
    List<UUID> parts(Handle handle, List<UUID> wholes) {
        return handle.createQuery("select id from " + name() + " where " + wholeColumn + " in (<wholes>)")
                .bindList("wholes", wholes)
                .mapTo(UUID.class)
                .list();
    }
}
