package org.shishi.core.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The end of one of the chains that the log consists of.
 *
 * @param entries how many lines the chain has
 * @param mac of the last of them; empty before the first
 */
record AuditLane(int lane, long entries, LocalDate day, String mac) {

    static final int LANES = 64;

    private static final String SELECT = "select lane, entries, on_day, mac from core.audit_lane";

    /**
     * Takes a lane that nobody else holds; it is this transaction's until its end. A transaction that holds one already
     * gets one of its own again. Only when all lanes are held does it wait.
     */
    static AuditLane take(Handle handle) {
        return free(handle).orElseGet(() -> anyOf(handle));
    }

    private static Optional<AuditLane> free(Handle handle) {
        return read(handle.createQuery(SELECT + " order by lane limit 1 for update skip locked"));
    }

    private static AuditLane anyOf(Handle handle) {
        int any = ThreadLocalRandom.current().nextInt(LANES);
        return read(handle.createQuery(SELECT + " where lane = :lane for update")
                        .bind("lane", any))
                .orElseThrow(() -> new IllegalStateException("lane " + any + " of the audit log is missing"));
    }

    /** Without taking it. */
    static Optional<AuditLane> look(Handle handle, int lane) {
        return read(handle.createQuery(SELECT + " where lane = :lane").bind("lane", lane));
    }

    /** By their numbers, in their order. */
    static Map<Integer, AuditLane> all(Handle handle) {
        Map<Integer, AuditLane> lanes = new TreeMap<>();
        handle.createQuery(SELECT).map((row, context) -> of(row)).forEach(lane -> lanes.put(lane.lane(), lane));
        return lanes;
    }

    /** The mac of a line of the log; empty: there is no such line. */
    static Optional<String> macAt(Handle handle, int lane, long place) {
        return handle.createQuery("select mac from core.audit_entry where lane = :lane and place = :place")
                .bind("lane", lane)
                .bind("place", place)
                .mapTo(String.class)
                .findOne();
    }

    private static Optional<AuditLane> read(Query query) {
        return query.map((row, context) -> of(row)).findOne();
    }

    private static AuditLane of(ResultSet row) throws SQLException {
        return new AuditLane(
                row.getInt("lane"),
                row.getLong("entries"),
                row.getObject("on_day", LocalDate.class),
                row.getString("mac"));
    }

    void append(Handle handle, AuditLine line, String keyId, String newMac) {
        handle.createUpdate("insert into core.audit_entry (lane, place, on_day, at, account_id, account_name, roles,"
                        + " organisation_id, organisation_name, action, object, reason, address, details, key_id, mac)"
                        + " values (:lane, :place, :day, :at, :account, :name, :roles, :organisation,"
                        + " :organisationName, :action, :object, :reason, :address, :details, :key, :mac)")
                .bind("lane", line.lane())
                .bind("place", line.place())
                .bind("day", line.day())
                .bind("at", line.at().atOffset(ZoneOffset.UTC))
                .bind("account", line.accountId())
                .bind("name", line.accountName())
                .bind("roles", line.roles())
                .bind("organisation", line.organisationId())
                .bind("organisationName", line.organisationName())
                .bind("action", line.action())
                .bind("object", line.object())
                .bind("reason", line.reason())
                .bind("address", line.address())
                .bind("details", line.details())
                .bind("key", keyId)
                .bind("mac", newMac)
                .execute();
        handle.createUpdate(
                        "update core.audit_lane set entries = :entries, on_day = :day, mac = :mac where lane = :lane")
                .bind("entries", line.place())
                .bind("day", line.day())
                .bind("mac", newMac)
                .bind("lane", lane)
                .execute();
    }
}
