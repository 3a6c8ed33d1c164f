package org.shishi.core.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.Unit;
import org.shishi.api.organisation.UnitKind;
import org.shishi.core.organisation.NameKey;
import org.shishi.core.organisation.Within;
import org.shishi.core.persistence.FastBatch;

/** The register in the database. */
public final class UnitRows {

    private static final int LONGEST_TEXT = 100;
    private static final int AT_ONCE = 1_000;

    private final Handle handle;

    public UnitRows(Handle handle) {
        this.handle = handle;
    }

    List<Unit> list(UnitScope scope, String text, UnitKind kind, UUID organisation, Unit after, int limit) {
        StringBuilder sql = new StringBuilder("select u.* from core.unit u where ").append(scope.sql());
        String wanted = text == null ? "" : NameKey.of(text);
        if (!wanted.isEmpty()) {
            sql.append(" and (u.name_key like :part escape '!' or u.uscc like :begin escape '!')");
        }
        if (kind != null) {
            sql.append(" and u.kind = :kind");
        }
        if (organisation != null) {
            sql.append(" and ").append(Within.sql("u.organisation_id", ":organisation"));
        }
        if (after != null) {
            sql.append(" and (u.name_key > :afterName or u.name_key = :afterName and u.id > :after)");
        }
        Query query = scope.bind(handle.createQuery(sql + " order by u.name_key, u.id limit :limit"))
                .bind("limit", limit);
        if (!wanted.isEmpty()) {
            String like =
                    wanted.substring(0, Math.min(LONGEST_TEXT, wanted.length())).replaceAll("([%_!])", "!$1");
            query.bind("part", "%" + like + "%").bind("begin", like.toUpperCase(java.util.Locale.ROOT) + "%");
        }
        bind(query, "kind", kind == null ? null : kind.name());
        bind(query, "organisation", organisation);
        if (after != null) {
            query.bind("afterName", NameKey.of(after.name())).bind("after", after.id());
        }
        return query.map((row, context) -> unit(row)).list();
    }

    private static void bind(Query query, String name, Object value) {
        if (value != null) {
            query.bind(name, value);
        }
    }

    Optional<Unit> find(UUID id) {
        return handle.createQuery("select * from core.unit where id = :id")
                .bind("id", id)
                .map((row, context) -> unit(row))
                .findOne();
    }

    boolean inScope(UnitScope scope, UUID id) {
        return scope.bind(handle.createQuery("select 1 from core.unit u where u.id = :id and " + scope.sql()))
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    public Optional<Unit> byCode(String uscc) {
        return handle.createQuery("select * from core.unit where uscc = :uscc")
                .bind("uscc", uscc)
                .map((row, context) -> unit(row))
                .findOne();
    }

    public void insert(Unit unit, UUID by, OffsetDateTime at) {
        values(
                        handle.createUpdate("insert into core.unit (id, kind, name, name_key, uscc, district,"
                                + " organisation_id, platform, valid_to, version, created_at, created_by, updated_at,"
                                + " updated_by) values (:id, :kind, :name, :key, :uscc, :district, :organisation,"
                                + " :platform, :to, 0, :at, :by, :at, :by)"),
                        unit,
                        by,
                        at)
                .bind("kind", unit.kind())
                .execute();
    }

    /** What a row of a sheet is recognised by: the code, else kind and name. */
    static String key(Unit unit) {
        return unit.uscc() != null ? unit.uscc() : unit.kind() + "/" + NameKey.of(unit.name());
    }

    /** Those that are there already, by key. */
    Map<String, Unit> known(List<Unit> said) {
        Map<String, Unit> known = new HashMap<>();
        List<String> codes = said.stream()
                .map(Unit::uscc)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        List<String> names = said.stream()
                .filter(unit -> unit.uscc() == null)
                .map(unit -> NameKey.of(unit.name()))
                .distinct()
                .toList();
        some(codes, "uscc in (<some>)", known);
        some(names, "uscc is null and name_key in (<some>)", known);
        return known;
    }

    private void some(List<String> all, String condition, Map<String, Unit> known) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            handle.createQuery("select * from core.unit where " + condition)
                    .bindList("some", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .map((row, context) -> unit(row))
                    .forEach(unit -> known.put(key(unit), unit));
        }
    }

    void insertAll(List<Unit> units, UUID by, OffsetDateTime at) {
        FastBatch.run(
                handle,
                "insert into core.unit (id, kind, name, name_key, uscc, district, organisation_id, platform, valid_to,"
                        + " version, created_at, created_by, updated_at, updated_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)",
                units,
                (row, unit) -> {
                    row.setObject(1, unit.id());
                    row.setString(2, unit.kind().name());
                    row.setString(3, unit.name());
                    row.setString(4, NameKey.of(unit.name()));
                    row.setString(5, unit.uscc());
                    row.setString(
                            6, unit.district() == null ? null : unit.district().code());
                    row.setObject(7, unit.organisationId());
                    row.setBoolean(8, unit.platform());
                    row.setObject(9, unit.validTo(), java.sql.Types.DATE);
                    row.setObject(10, at);
                    row.setObject(11, by);
                    row.setObject(12, at);
                    row.setObject(13, by);
                });
    }

    /** @return whether it still had the version */
    public boolean update(Unit unit, UUID by, OffsetDateTime at) {
        return values(
                                handle.createUpdate("update core.unit set name = :name, name_key = :key, uscc = :uscc,"
                                        + " district = :district, organisation_id = :organisation,"
                                        + " platform = :platform, valid_to = :to, version = version + 1,"
                                        + " updated_at = :at, updated_by = :by where id = :id and version = :version"),
                                unit,
                                by,
                                at)
                        .bind("version", unit.version())
                        .execute()
                == 1;
    }

    private static <S extends SqlStatement<S>> S values(S statement, Unit unit, UUID by, OffsetDateTime at) {
        return statement
                .bind("id", unit.id())
                .bind("name", unit.name())
                .bind("key", NameKey.of(unit.name()))
                .bind("uscc", unit.uscc())
                .bind(
                        "district",
                        unit.district() == null ? null : unit.district().code())
                .bind("organisation", unit.organisationId())
                .bind("platform", unit.platform())
                .bind("to", unit.validTo())
                .bind("at", at)
                .bind("by", by);
    }

    static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                row.getObject("id", UUID.class),
                UnitKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("uscc"),
                Optional.ofNullable(row.getString("district"))
                        .flatMap(District::byCode)
                        .orElse(null),
                row.getObject("organisation_id", UUID.class),
                row.getBoolean("platform"),
                row.getObject("valid_to", LocalDate.class),
                row.getLong("version"));
    }
}
