package org.shishi.core.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.shishi.api.platform.JobAdmin.Progress;
import org.shishi.api.text.Text;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table {@code core.job_run}: the history of runs. On connections of its own, for it tells of work whose own
 * transaction may be under way on the thread or be rolled back.
 */
final class Runs {

    /** A run that ended. @param error null: it went well */
    record Ended(
            OwnerName owner,
            String job,
            Instant at,
            Duration took,
            boolean ok,
            Map<String, Long> counts,
            String incident,
            Text error,
            String node,
            List<String> log) {}

    /** A run under way. @param progress null: it has not said */
    record UnderWay(OwnerName owner, String job, Progress progress) {}

    private static final String JOB = " programme_id = :programme and edition_year = :year and job_id = :job ";
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
    private static final int LONGEST_ERROR = 2000;
    static final int KEPT = 1_000;

    private final Jdbi jdbi;
    private final JsonMapper json = JsonMapper.shared();

    Runs(DataSource pool) {
        jdbi = Jdbi.create(pool);
    }

    void begin(UUID id, OwnerName owner, String job, String node, Instant at) {
        jdbi.useHandle(handle -> of(
                        handle.createUpdate(
                                """
                                insert into core.job_run (id, programme_id, edition_year, job_id, node, started_at, counts,
                                                          cancel_requested)
                                values (:id, :programme, :year, :job, :node, :at, '{}', false)
                                """),
                        owner,
                        job)
                .bind("id", id)
                .bind("node", node)
                .bind("at", at)
                .execute());
    }

    void end(UUID id, Instant at, boolean ok, Map<String, Long> counts, String incident, Text error, List<String> log) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update core.job_run
                        set ended_at = :at, ok = :ok, counts = :counts, incident = :incident, error_zh = :zh, error_en = :en,
                            log = :log
                        where id = :id
                        """)
                .bind("id", id)
                .bind("at", at)
                .bind("ok", ok)
                .bind("counts", json.writeValueAsString(counts))
                .bind("incident", incident)
                .bind("zh", error == null ? null : shortened(error.zh()))
                .bind("en", error == null ? null : shortened(error.en()))
                .bind("log", log.isEmpty() ? null : String.join("\n", log))
                .execute());
    }

    /** Keeps the newest runs of a job. */
    void trim(OwnerName owner, String job) {
        jdbi.useHandle(handle -> of(
                        handle.createUpdate("delete from core.job_run where" + JOB
                                + "and ended_at is not null and started_at < (select min(k.started_at) from"
                                + " (select started_at from core.job_run where" + JOB
                                + "order by started_at desc, id desc limit :kept) k)"),
                        owner,
                        job)
                .bind("kept", KEPT)
                .execute());
    }

    /** Closes runs of a job that nobody can be at any more: their process is gone. */
    void closeLost(OwnerName owner, String job, Instant at, Text error) {
        jdbi.useHandle(handle -> lost(handle, owner, "and job_id = :job", at, error)
                .bind("job", job)
                .execute());
    }

    /**
     * Closes the runs that an earlier process left open.
     *
     * @param node of which node; null: of any, for there is only one
     */
    void closeLeftOpen(OwnerName owner, String node, Instant at, Text error) {
        jdbi.useHandle(handle -> lost(handle, owner, node == null ? "" : "and node = :node", at, error)
                .bind("node", node)
                .execute());
    }

    private static org.jdbi.v3.core.statement.Update lost(
            Handle handle, OwnerName owner, String which, Instant at, Text error) {
        return handle.createUpdate("update core.job_run set ended_at = :at, ok = false, error_zh = :zh, error_en = :en"
                        + " where programme_id = :programme and edition_year = :year and ended_at is null "
                        + which)
                .bind("programme", owner.programmeId())
                .bind("year", owner.year())
                .bind("at", at)
                .bind("zh", error.zh())
                .bind("en", error.en());
    }

    void progress(UUID id, long done, long total) {
        jdbi.useHandle(
                handle -> handle.execute("update core.job_run set done = ?, total = ? where id = ?", done, total, id));
    }

    void requestCancel(OwnerName owner, String job) {
        jdbi.useHandle(handle -> of(
                        handle.createUpdate(
                                "update core.job_run set cancel_requested = true where" + JOB + "and ended_at is null"),
                        owner,
                        job)
                .execute());
    }

    boolean cancelRequested(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select cancel_requested from core.job_run where id = :id")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    List<UnderWay> underWay() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select programme_id, edition_year, job_id, done, total from core.job_run where ended_at is null
                        order by started_at
                        """)
                .map((row, context) -> new UnderWay(owner(row), row.getString("job_id"), progress(row)))
                .list());
    }

    /** The run that ended last, of each job. */
    List<Ended> last() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select r.* from core.job j join core.job_run r on r.id = (
                            select l.id from core.job_run l
                            where l.programme_id = j.programme_id and l.edition_year = j.edition_year
                              and l.job_id = j.id and l.ended_at is not null
                            order by l.started_at desc, l.id desc limit 1)
                        """)
                .map((row, context) -> ended(row))
                .list());
    }

    /** Newest first. */
    List<Ended> history(OwnerName owner, String job, int limit) {
        return jdbi.withHandle(handle -> of(
                        handle.createQuery("select * from core.job_run where" + JOB
                                + "and ended_at is not null order by started_at desc, id desc limit :limit"),
                        owner,
                        job)
                .bind("limit", limit)
                .map((row, context) -> ended(row))
                .list());
    }

    private static <S extends SqlStatement<S>> S of(S statement, OwnerName owner, String job) {
        return statement
                .bind("programme", owner.programmeId())
                .bind("year", owner.year())
                .bind("job", job);
    }

    private Ended ended(ResultSet row) throws SQLException {
        Instant at = row.getTimestamp("started_at").toInstant();
        String zh = row.getString("error_zh");
        return new Ended(
                owner(row),
                row.getString("job_id"),
                at,
                Duration.between(at, row.getTimestamp("ended_at").toInstant()),
                row.getBoolean("ok"),
                json.readValue(row.getString("counts"), COUNTS),
                row.getString("incident"),
                zh == null ? null : new Text(zh, row.getString("error_en")),
                row.getString("node"),
                row.getString("log") == null
                        ? List.of()
                        : List.of(row.getString("log").split("\n")));
    }

    private static OwnerName owner(ResultSet row) throws SQLException {
        return new OwnerName(row.getString("programme_id"), row.getInt("edition_year"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        long total = row.getLong("total");
        return row.wasNull() ? null : new Progress(row.getLong("done"), total);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR - 1) + "…";
    }
}
