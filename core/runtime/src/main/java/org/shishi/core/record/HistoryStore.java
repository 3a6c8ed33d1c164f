package org.shishi.core.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.record.HistoryEntry;
import org.shishi.api.record.HistoryEntry.Change;
import org.shishi.api.record.Ids;
import org.shishi.api.workflow.Duty;
import org.shishi.core.persistence.CoreDatabase;
import tools.jackson.core.type.TypeReference;

/** What happened to records, step by step. */
final class HistoryStore {

    private static final TypeReference<Map<String, String>> REMARKS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Change>> CHANGES = new TypeReference<>() {};

    /** A return that nobody has answered yet. */
    record OpenReturn(Map<String, String> remarks) {}

    /** A transition somebody took, or a signature somebody gave. @param state in which the record was */
    record Taken(UUID by, OrgType at, Duty duty, String state, boolean signature) {

        Taken(UUID by, OrgType at, Duty duty) {
            this(by, at, duty, null, false);
        }
    }

    /** The last transition. @param later by whom and what happened since, oldest first */
    record Last(UUID id, UUID by, String action, String from, String to, List<Later> later) {}

    record Later(UUID by, String action) {}

    /** A transition that counts. */
    private static final String COUNTS = " duty is not null and not withdrawn ";

    /** A transition, not an act between people. */
    private static final String STEPS = COUNTS + "and action not like 'team.%' ";

    private final CoreDatabase core;

    HistoryStore(CoreDatabase core) {
        this.core = core;
    }

    void write(Kind<?> kind, Step step) {
        core.transact(handle -> handle.createUpdate("insert into core.record_history (id, programme_id, edition_year,"
                        + " type_id, record_id, happened_at, by_id, by_name, organisation_id, organisation,"
                        + " organisation_type, action, from_state, to_state, duty, is_return, reason, remarks, changed,"
                        + " changes) values (:id, :programme, :year, :type, :record, :at, :by, :byName, :organisation,"
                        + " :organisationName, :organisationType, :action, :from, :to, :duty, :returning, :reason,"
                        + " :remarks, :changed, :changes)")
                .bind("id", Ids.next())
                .bind("programme", kind.programmeId())
                .bind("year", kind.year())
                .bind("type", kind.type().id())
                .bind("record", step.record())
                .bind("at", step.at())
                .bind("by", step.caller().accountId())
                .bind("byName", step.caller().name())
                .bind("organisation", step.caller().organisation().id())
                .bind("organisationName", step.caller().organisation().name())
                .bind("organisationType", step.caller().organisation().type().name())
                .bind("action", step.action())
                .bind("from", step.from())
                .bind("to", step.to())
                .bind("duty", step.duty() == null ? null : step.duty().name())
                .bind("returning", step.returning())
                .bind("reason", step.reason())
                .bind("remarks", Json.write(step.remarks()))
                .bind("changed", step.changed().isEmpty() ? null : String.join(",", step.changed()))
                .bind("changes", Json.write(step.values()))
                .execute());
    }

    /** Oldest first. */
    List<HistoryEntry> entries(UUID record) {
        return core.read(handle -> handle.createQuery("select happened_at, by_id, by_name, organisation, action,"
                        + " from_state, to_state, reason, remarks, changed, changes"
                        + " from core.record_history where record_id = :record order by id")
                .bind("record", record)
                .map((rs, ctx) -> entry(rs))
                .list());
    }

    private static HistoryEntry entry(ResultSet rs) throws SQLException {
        return new HistoryEntry(
                rs.getObject("happened_at", OffsetDateTime.class).toInstant(),
                rs.getObject("by_id", UUID.class),
                rs.getString("by_name"),
                rs.getString("organisation"),
                rs.getString("action"),
                rs.getString("from_state"),
                rs.getString("to_state"),
                rs.getString("reason"),
                Json.read(rs.getString("remarks"), REMARKS),
                names(rs.getString("changed")),
                Json.read(rs.getString("changes"), CHANGES));
    }

    /** The last transition, if it was a return. */
    Optional<OpenReturn> openReturn(UUID record) {
        return core
                .read(handle -> handle.createQuery("select remarks, is_return from core.record_history"
                                + " where record_id = :record and" + STEPS + "order by id desc limit 1")
                        .bind("record", record)
                        .map((rs, ctx) -> rs.getBoolean("is_return")
                                ? List.of(new OpenReturn(Json.read(rs.getString("remarks"), REMARKS)))
                                : List.<OpenReturn>of())
                        .list())
                .stream()
                .flatMap(List::stream)
                .findFirst();
    }

    /** Fields changed by updates since the last return; empty also when there was none. */
    Set<String> changedSinceReturn(UUID record) {
        List<String> changed = core.read(handle -> handle.createQuery("select h.changed from core.record_history h"
                        + " where h.record_id = :record and h.changed is not null and h.action = :update"
                        + " and exists (select 1 from core.record_history b"
                        + "  where b.record_id = :record and b.is_return and not b.withdrawn and b.id < h.id)"
                        + " and not exists (select 1 from core.record_history l"
                        + "  where l.record_id = :record and l.is_return and not l.withdrawn and l.id > h.id)"
                        + " order by h.id")
                .bind("record", record)
                .bind("update", Step.UPDATE)
                .mapTo(String.class)
                .list());
        Set<String> names = new LinkedHashSet<>();
        changed.forEach(line -> names.addAll(names(line)));
        return names;
    }

    /** Oldest first. */
    List<Taken> taken(UUID record) {
        return core.read(handle -> handle.createQuery("select by_id, organisation_type, duty, action, from_state"
                        + " from core.record_history where record_id = :record and" + COUNTS + "order by id")
                .bind("record", record)
                .map((rs, ctx) -> new Taken(
                        rs.getObject(1, UUID.class),
                        OrgType.valueOf(rs.getString(2)),
                        Duty.valueOf(rs.getString(3)),
                        rs.getString(5),
                        rs.getString(4).startsWith(Step.TEAM)))
                .list());
    }

    /** What would be taken back. */
    Optional<Last> last(UUID record) {
        return core.read(handle -> handle.createQuery("select id, by_id, action, from_state, to_state"
                        + " from core.record_history where record_id = :record and" + STEPS
                        + "order by id desc limit 1")
                .bind("record", record)
                .map((rs, ctx) -> new Last(
                        rs.getObject(1, UUID.class),
                        rs.getObject(2, UUID.class),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        since(handle, record, rs.getObject(1, UUID.class))))
                .findOne());
    }

    private static List<Later> since(Handle handle, UUID record, UUID step) {
        return handle.createQuery("select by_id, action from core.record_history"
                        + " where record_id = :record and id > :step order by id")
                .bind("record", record)
                .bind("step", step)
                .map((rs, ctx) -> new Later(rs.getObject(1, UUID.class), rs.getString(2)))
                .list();
    }

    /** It stays written down, but counts no more. */
    void withdraw(UUID step) {
        core.transact(handle -> handle.createUpdate("update core.record_history set withdrawn = true where id = :step")
                .bind("step", step)
                .execute());
    }

    /** States that the record has been in. */
    Set<String> states(UUID record) {
        return core.read(handle -> handle.createQuery(
                        "select distinct from_state from core.record_history where record_id = :record and" + STEPS)
                .bind("record", record)
                .mapTo(String.class)
                .set());
    }

    boolean since(UUID record, String action, Instant from) {
        return core.read(handle -> handle.createQuery("select count(*) from core.record_history"
                                + " where record_id = :record and action = :action and happened_at >= :from")
                        .bind("record", record)
                        .bind("action", action)
                        .bind("from", from)
                        .mapTo(Long.class)
                        .one()
                > 0);
    }

    private static List<String> names(String joined) {
        return joined == null ? List.of() : List.of(joined.split(","));
    }
}
