package org.shishi.core.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shishi.api.platform.Retention.Rule;
import org.shishi.api.text.Text;

/** Retention in the database: rules of editions, and what is due by them. */
final class RetentionRows {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Persons of whom every part is over; members stay. */
    static final String DUE = " from core.person p where p.pseudonymised_at is null"
            + " and (p.is_member is null or not p.is_member)"
            + " and exists (select 1 from core.participation t where t.subject_id = p.id)"
            + " and not exists (select 1 from core.participation t where t.subject_id = p.id"
            + " and t.programme_id || '/' || cast(t.edition_year as varchar(4)) || '/' || t.kind not in (<over>))";

    private final Handle handle;

    RetentionRows(Handle handle) {
        this.handle = handle;
    }

    List<Rule> rules(LocalDate today) {
        List<Rule> all = new ArrayList<>(handle.createQuery("select k.programme_id, k.edition_year, k.title_zh,"
                        + " k.title_en, k.keep_years, " + EDITION + " (select count(distinct t.subject_id)"
                        + " from core.participation t where t.programme_id = k.programme_id"
                        + " and t.edition_year = k.edition_year and t.kind = k.kind and t.subject_kind = 'PERSON')"
                        + " as persons from core.participation_kind k" + JOINED
                        + " order by k.edition_year, k.programme_id, k.kind")
                .map((row, context) -> rule(row, today, false, row.getLong("persons")))
                .list());
        all.addAll(handle.createQuery("select k.*, " + EDITION + " 0 as persons from core.personal_table k" + JOINED
                        + " where k.contact_columns <> '' order by k.edition_year, k.programme_id, k.type_id")
                .map((row, context) -> {
                    PersonalTable table = PersonalTable.of(row);
                    return rule(row, today, true, table.there(handle) ? table.naming(handle) : 0);
                })
                .list());
        all.sort(Comparator.comparing(Rule::year).thenComparing(Rule::programmeId));
        return all;
    }

    private static final String EDITION = "g.title_zh as programme_zh, g.title_en as programme_en, e.closed_at,";
    private static final String JOINED = " left join core.programme g on g.id = k.programme_id"
            + " and g.edition_year = k.edition_year left join core.edition e on e.programme_id = k.programme_id"
            + " and e.edition_year = k.edition_year";

    private static Rule rule(ResultSet row, LocalDate today, boolean contacts, long persons) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        LocalDate closedOn =
                closed == null ? null : closed.atZoneSameInstant(SHANGHAI).toLocalDate();
        int years = row.getInt("keep_years");
        Integer kept = row.wasNull() ? null : years;
        LocalDate ends = closedOn == null || kept == null ? null : closedOn.plusYears(kept);
        String programme = row.getString("programme_id");
        String zh = row.getString("programme_zh");
        return new Rule(
                programme,
                row.getInt("edition_year"),
                zh == null ? Text.same(programme) : new Text(zh, row.getString("programme_en")),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                contacts,
                closedOn,
                kept,
                ends,
                ends != null && today.isAfter(ends),
                persons);
    }

    /** Parts and contacts that are over, as the queries name them. */
    static List<String> over(Handle handle, LocalDate today) {
        return handle
                .createQuery("select k.programme_id || '/' || cast(k.edition_year as varchar(4)) || '/' || k.kind,"
                        + " k.keep_years, e.closed_at from core.participation_kind k" + CLOSED
                        + " union all select k.programme_id || '/' || cast(k.edition_year as varchar(4)) || '/@'"
                        + " || k.type_id, k.keep_years, e.closed_at from core.personal_table k" + CLOSED
                        + " and k.contact_columns <> ''")
                .map((row, context) -> today.isAfter(row.getObject(3, OffsetDateTime.class)
                                .atZoneSameInstant(SHANGHAI)
                                .toLocalDate()
                                .plusYears(row.getInt(2)))
                        ? row.getString(1)
                        : "")
                .stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static final String CLOSED = " join core.edition e on e.programme_id = k.programme_id"
            + " and e.edition_year = k.edition_year where k.keep_years is not null and e.closed_at is not null";

    /** Tables whose contacts are over. */
    List<PersonalTable> contacts(List<String> over) {
        return new PersonalTables(handle)
                .all().stream()
                        .filter(table -> over.contains(table.key()) && table.there(handle))
                        .toList();
    }

    long due(List<String> over) {
        return over.isEmpty()
                ? 0
                : handle.createQuery("select count(*)" + DUE)
                        .bindList("over", over)
                        .mapTo(Long.class)
                        .one();
    }

    List<PersonPages.Listed> first(List<String> over, int most) {
        return over.isEmpty()
                ? List.of()
                : handle.createQuery("select " + PersonRow.COLUMNS + ", (select o.name from core.organisation o"
                                + " where o.id = p.organisation_id) as organisation" + DUE
                                + " order by p.id limit :most")
                        .bindList("over", over)
                        .bind("most", most)
                        .map((row, context) -> new PersonPages.Listed(PersonRow.of(row), row.getString("organisation")))
                        .list();
    }

    /** Locked, in the order of the ids. */
    List<UUID> next(List<String> over, UUID after, int most) {
        return over.isEmpty()
                ? List.of()
                : handle.createQuery("select p.id" + DUE + (after == null ? "" : " and p.id > :after")
                                + " order by p.id limit :most for update")
                        .bindList("over", over)
                        .bind("most", most)
                        .bind("after", after == null ? new UUID(0, 0) : after)
                        .mapTo(UUID.class)
                        .list();
    }

    private static final String KEY = ".programme_id || '/' || cast(%s.edition_year as varchar(4)) || '/' || %s.kind";

    private static String key(String alias) {
        return alias + KEY.formatted(alias, alias);
    }

    /**
     * Records of living persons all of whose parts are over, whether the persons stay or not: files and seals go. In the
     * order of their ids.
     */
    List<PersonTraces.Part> left(List<String> over, UUID after, int most) {
        return over.isEmpty()
                ? List.of()
                : handle.createQuery("select t.record_id, min(t.programme_id), min(t.edition_year), min(t.type_id)"
                                + " from core.participation t join core.person p on p.id = t.subject_id"
                                + " where t.emptied_at is null and p.pseudonymised_at is null and t.record_id > :after"
                                + " and " + key("t") + " in (<over>) and not exists (select 1"
                                + " from core.participation o join core.person q on q.id = o.subject_id"
                                + " where o.record_id = t.record_id and q.pseudonymised_at is null and "
                                + key("o") + " not in (<over>)) group by t.record_id order by t.record_id limit :most")
                        .bindList("over", over)
                        .bind("after", after)
                        .bind("most", most)
                        .map((row, context) -> new PersonTraces.Part(
                                row.getString(2), row.getInt(3), row.getString(4), row.getObject(1, UUID.class)))
                        .list();
    }

    void emptied(List<PersonTraces.Part> records, OffsetDateTime at) {
        if (!records.isEmpty()) {
            handle.createUpdate("update core.participation set emptied_at = :at where record_id in (<records>)")
                    .bind("at", at)
                    .bindList(
                            "records",
                            records.stream().map(PersonTraces.Part::record).toList())
                    .execute();
        }
    }

    /** Nothing is left that says who it was; the row stays, so that counts and the ledger do. */
    void forget(List<UUID> persons, OffsetDateTime at) {
        for (UUID id : persons) {
            handle.createUpdate("update core.person set document = '', name = '', mobile = null, birth_date = null,"
                            + " name_index = null, mobile_index = null, document_index = :random, sex = null,"
                            + " version = version + 1, pseudonymised_at = :at where id = :id")
                    .bind("random", "gone-" + UUID.randomUUID())
                    .bind("at", at)
                    .bind("id", id)
                    .execute();
        }
    }

    /** Programmes and years in which each takes part: {@code basket/2024}. */
    Map<UUID, Set<String>> editions(List<UUID> persons) {
        Map<UUID, Set<String>> all = new HashMap<>();
        if (!persons.isEmpty()) {
            handle.createQuery("select distinct subject_id, programme_id || '/' || cast(edition_year as varchar(4))"
                            + " from core.participation where subject_id in (<persons>)")
                    .bindList("persons", persons)
                    .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                    .forEach(entry -> all.computeIfAbsent(entry.getKey(), person -> new TreeSet<>())
                            .add(entry.getValue()));
        }
        return all;
    }

    /** Imports of editions of which everything is over: what is kept of their rows. */
    private static final String KEPT_ROWS = " where cells <> '{}' and task_id in (select t.id"
            + " from core.task t where t.programme_id || '/' || cast(t.edition_year as varchar(4)) in (<editions>))";

    long importRows(List<String> over) {
        List<String> editions = whole(over);
        return editions.isEmpty()
                ? 0
                : handle.createQuery("select count(*) from core.task_row" + KEPT_ROWS)
                        .bindList("editions", editions)
                        .mapTo(Long.class)
                        .one();
    }

    int forgetImportRows(List<String> over) {
        List<String> editions = whole(over);
        return editions.isEmpty()
                ? 0
                : handle.createUpdate("update core.task_row set cells = '{}'" + KEPT_ROWS)
                        .bindList("editions", editions)
                        .execute();
    }

    /** Editions of which no kind of part and no contact is kept any longer. */
    private List<String> whole(List<String> over) {
        return handle
                .createQuery("select programme_id || '/' || cast(edition_year as varchar(4)) as edition, kind"
                        + " from core.participation_kind union all select programme_id || '/'"
                        + " || cast(edition_year as varchar(4)), '@' || type_id from core.personal_table"
                        + " where contact_columns <> ''")
                .map((row, context) -> Map.entry(
                        row.getString("edition"),
                        over.contains(row.getString("edition") + "/" + row.getString("kind"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(edition -> !edition.getValue().contains(false))
                .map(Map.Entry::getKey)
                .toList();
    }
}
