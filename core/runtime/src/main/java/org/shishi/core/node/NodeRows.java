package org.shishi.core.node;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shishi.api.platform.Nodes.Node;
import org.shishi.api.platform.Nodes.State;

/** The table {@code core.node}. Every time in it is the database's. */
final class NodeRows {

    /** How long a node may be silent; as long as Quartz itself would wait. Written into the statement, see below. */
    static final Duration LOST_AFTER = Duration.ofSeconds(7);

    private static final String LOST = "update core.node set state = 'LOST' where state = 'RUNNING' and run <> :run"
            + " and seen_at < current_timestamp - interval '7' second";
    private static final String FORGOTTEN =
            "delete from core.node where state <> 'RUNNING' and seen_at < current_timestamp - interval '7' day";

    private final Handle handle;
    private final boolean postgres;

    NodeRows(Handle handle, boolean postgres) {
        this.handle = handle;
        this.postgres = postgres;
    }

    /** The database's clock now, also in the middle of a transaction. */
    Instant now() {
        return handle.createQuery(postgres ? "select clock_timestamp()" : "select current_timestamp")
                .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .one();
    }

    /** Whoever had the name before is over. */
    void begin(ThisNode node) {
        handle.execute(FORGOTTEN);
        handle.createUpdate("delete from core.node where name = :name")
                .bind("name", node.name())
                .execute();
        handle.createUpdate(
                        """
                        insert into core.node (name, run, version, state, started_at, seen_at, clock_ahead_millis)
                        values (:name, :run, :version, 'RUNNING', current_timestamp, current_timestamp, 0)
                        """)
                .bind("name", node.name())
                .bind("run", node.run())
                .bind("version", node.version())
                .execute();
    }

    /** @return false: another process has taken the name */
    boolean touch(ThisNode node, Duration ahead) {
        return handle.createUpdate(
                                """
                                update core.node set seen_at = current_timestamp, state = 'RUNNING', clock_ahead_millis = :ahead
                                where name = :name and run = :run
                                """)
                        .bind("ahead", ahead.toMillis())
                        .bind("name", node.name())
                        .bind("run", node.run())
                        .execute()
                == 1;
    }

    /** @return how many are lost that were not before */
    int lose(ThisNode judge) {
        return handle.createUpdate(LOST).bind("run", judge.run()).execute();
    }

    int running() {
        return handle.createQuery("select count(*) from core.node where state = 'RUNNING'")
                .mapTo(Integer.class)
                .one();
    }

    void end(ThisNode node) {
        handle.createUpdate("update core.node set state = 'STOPPED', seen_at = current_timestamp where run = :run")
                .bind("run", node.run())
                .execute();
    }

    List<Node> all(ThisNode here) {
        return handle.createQuery("select * from core.node order by name")
                .map((row, context) -> node(row, here))
                .list();
    }

    private static Node node(ResultSet row, ThisNode here) throws SQLException {
        Duration ahead = Duration.ofMillis(row.getLong("clock_ahead_millis"));
        State state = State.valueOf(row.getString("state"));
        return new Node(
                row.getString("name"),
                row.getString("name").equals(here.name()),
                state,
                row.getString("version"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                ahead,
                state == State.RUNNING && NodeWatch.wrong(ahead));
    }
}
