package org.shishi.core.people;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.shishi.api.people.Document;
import org.shishi.api.platform.PersonRegistry;
import org.shishi.api.text.Text;
import org.shishi.core.organisation.Within;

/** What the registry's pages read, within a scope. */
final class PersonPages {

    /** A person with the name of its organisation. */
    record Listed(PersonRow row, String organisation) {}

    private static final String SELECT = "select " + PersonRow.COLUMNS + ", o.name as organisation from core.person p"
            + " left join core.organisation o on o.id = p.organisation_id where ";

    /** Who takes part in no programme of the year: neither counted nor under way. */
    static final String IDLE = " and not exists (select 1 from core.participation i where i.subject_id = p.id"
            + " and i.edition_year = :year)";

    private final Handle handle;
    private final PersonScope scope;

    PersonPages(Handle handle, PersonScope scope) {
        this.handle = handle;
        this.scope = scope;
    }

    /** Those of them that lie in the scope, whole or by what they take part in. */
    List<PersonRow> among(Collection<UUID> ids) {
        String sql = "select " + PersonRow.COLUMNS + " from core.person p where p.pseudonymised_at is null and "
                + scope.person(true) + " and p.id in (<ids>)";
        return scope.bind(handle.createQuery(sql), sql)
                .bindList("ids", List.copyOf(ids))
                .map((row, context) -> PersonRow.of(row))
                .list();
    }

    /** @param document null: any, or (with a number that is none) nobody was asked for before */
    List<Listed> list(PersonRegistry.Query query, PersonBook book, Document document) {
        String sql = sql(query, document != null);
        return bound(handle.createQuery(sql), sql, query, book, document)
                .map((row, context) -> new Listed(PersonRow.of(row), row.getString("organisation")))
                .list();
    }

    String sql(PersonRegistry.Query query, boolean document) {
        boolean exact = document || query.name() != null || query.mobile() != null;
        StringBuilder sql = new StringBuilder(SELECT).append(scope.person(exact));
        sql.append(" and p.pseudonymised_at is null");
        condition(sql, document, "document_index in (<documents>)");
        condition(sql, query.name() != null, "name_index in (<names>)");
        condition(sql, query.mobile() != null, "mobile_index in (<mobiles>)");
        if (query.organisation() != null) {
            sql.append(" and ").append(Within.sql("p.organisation_id", ":wanted"));
        }
        if (query.idleIn() != null) {
            sql.append(IDLE);
        }
        if (query.after() != null) {
            sql.append(" and p.id > :after");
        }
        return sql.append(" order by p.id limit :limit").toString();
    }

    Query bound(Query found, String sql, PersonRegistry.Query query, PersonBook book, Document document) {
        scope.bind(found, sql);
        if (document != null) {
            found.bindList("documents", book.documentIndexes(document));
        }
        if (query.name() != null) {
            found.bindList("names", book.nameIndexes(query.name()));
        }
        if (query.mobile() != null) {
            found.bindList("mobiles", book.mobileIndexes(query.mobile()));
        }
        bind(found, "wanted", query.organisation());
        bind(found, "year", query.idleIn());
        bind(found, "after", query.after());
        return found.bind("limit", Math.clamp(query.limit(), 1, 200));
    }

    private static void condition(StringBuilder sql, boolean asked, String condition) {
        if (asked) {
            sql.append(" and p.").append(condition);
        }
    }

    private static void bind(Query query, String name, Object value) {
        if (value != null) {
            query.bind(name, value);
        }
    }

    /**
     * All that are found under organisations in scope, in the order of their ids.
     *
     * @param idleIn only who takes part in nothing in this year; null: all
     * @param after null: from the first
     */
    List<Listed> page(Integer idleIn, UUID after, int most) {
        String sql = SELECT + scope.person(false) + " and p.pseudonymised_at is null"
                + (idleIn == null ? "" : IDLE)
                + (after == null ? "" : " and p.id > :after") + " order by p.id limit :most";
        Query query = scope.bind(handle.createQuery(sql), sql).bind("most", most);
        bind(query, "after", after);
        bind(query, "year", idleIn);
        return query.map((row, context) -> new Listed(PersonRow.of(row), row.getString("organisation")))
                .list();
    }

    /** Which of them are in scope, by organisation or by a part. */
    Set<UUID> seen(Collection<UUID> ids) {
        if (scope.whole() || ids.isEmpty()) {
            return Set.copyOf(ids);
        }
        String sql = "select p.id from core.person p where " + scope.person(true) + " and p.id in (<ids>)";
        Query query = scope.bind(handle.createQuery(sql), sql).bindList("ids", ids);
        return Set.copyOf(query.mapTo(UUID.class).list());
    }

    Optional<Listed> one(UUID id) {
        String sql = SELECT + scope.person(true) + " and p.id = :id";
        return scope.bind(handle.createQuery(sql), sql)
                .bind("id", id)
                .map((row, context) -> new Listed(PersonRow.of(row), row.getString("organisation")))
                .findOne();
    }

    /** Newest first. */
    List<PersonRegistry.Part> parts(UUID person) {
        String sql =
                "select t.*, s.title_zh as state_zh, s.title_en as state_en, o.name as organisation, g.title_zh as programme_zh, g.title_en as programme_en,"
                        + " k.title_zh as kind_zh, k.title_en as kind_en, coalesce((select sum(case s.state when 'PAID' then"
                        + " s.amount_fen when 'REVERSED' then -s.amount_fen else 0 end) from core.subsidy_entry s"
                        + " where s.basis = t.programme_id || '/' || cast(t.edition_year as varchar(4)) || '/' || t.type_id"
                        + " || '/' || cast(t.record_id as varchar(36))), 0) as paid from core.participation t"
                        + " left join core.organisation o on o.id = t.owner_org"
                        + " left join core.programme g on g.id = t.programme_id and g.edition_year = t.edition_year"
                        + " left join core.participation_kind k on k.programme_id = t.programme_id"
                        + " and k.edition_year = t.edition_year and k.kind = t.kind"
                        + " left join core.participation_state s on s.programme_id = t.programme_id"
                        + " and s.edition_year = t.edition_year and s.type_id = t.type_id and s.state = t.state"
                        + " where t.subject_id = :person and " + scope.part("t")
                        + " order by t.edition_year desc, t.created_at desc, t.id";
        return scope.bind(handle.createQuery(sql), sql)
                .bind("person", person)
                .map((row, context) -> {
                    String programme = row.getString("programme_id");
                    String kind = row.getString("kind");
                    return new PersonRegistry.Part(
                            row.getObject("record_id", UUID.class),
                            programme,
                            row.getInt("edition_year"),
                            row.getString("type_id"),
                            text(row.getString("programme_zh"), row.getString("programme_en"), programme),
                            text(row.getString("kind_zh"), row.getString("kind_en"), kind),
                            row.getObject("from_day", LocalDate.class),
                            row.getObject("to_day", LocalDate.class),
                            row.getString("period"),
                            row.getString("organisation"),
                            text(row.getString("state_zh"), row.getString("state_en"), row.getString("state")),
                            row.getBoolean("counted"),
                            row.getLong("paid"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            false);
                })
                .list();
    }

    int allParts(UUID person) {
        return handle.createQuery("select count(*) from core.participation where subject_id = :person")
                .bind("person", person)
                .mapTo(Integer.class)
                .one();
    }

    /** Kinds of all programmes that belong to a group, as they are called. */
    List<Text> kinds(String group, int year) {
        return handle.createQuery("select distinct k.title_zh, k.title_en, p.title_zh as programme_zh,"
                        + " p.title_en as programme_en from core.exclusion_group g join core.participation_kind k"
                        + " on k.programme_id = g.programme_id and k.edition_year = g.edition_year"
                        + " and (',' || g.kinds || ',') like ('%,' || k.kind || ',%')"
                        + " left join core.programme p on p.id = g.programme_id and p.edition_year = g.edition_year"
                        + " where g.code = :group and g.edition_year = :year order by 3, 1")
                .bind("group", group)
                .bind("year", year)
                .map((row, context) -> new Text(
                        joined(row.getString("programme_zh"), row.getString("title_zh")),
                        joined(row.getString("programme_en"), row.getString("title_en"))))
                .list();
    }

    private static String joined(String programme, String kind) {
        return programme == null ? kind : programme + " · " + kind;
    }

    private static Text text(String zh, String en, String otherwise) {
        return zh == null ? Text.same(otherwise) : new Text(zh, en);
    }

    boolean warns(String group) {
        return handle.createQuery("select count(*) from core.exclusion_group where code = :group and not warns")
                        .bind("group", group)
                        .mapTo(Integer.class)
                        .one()
                == 0;
    }
}
