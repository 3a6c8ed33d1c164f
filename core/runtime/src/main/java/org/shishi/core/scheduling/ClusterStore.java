package org.shishi.core.scheduling;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartz.JobPersistenceException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.SchedulerStateRecord;

/**
 * Quartz compares what other nodes wrote by their clocks with its own: one whose clock is minutes ahead would take all
 * others for dead and do their jobs a second time. Who is alive is therefore asked of {@code core.node}, which knows one
 * clock only; Quartz' own rule is left for nodes that never were there.
 */
// Quartz overrides a generic method by a raw one; each subclass is told of it.
@SuppressWarnings("unchecked")
final class ClusterStore extends JobStoreTX {

    private Map<String, String> states = Map.of();

    @Override
    protected List<SchedulerStateRecord> findFailedInstances(Connection connection) throws JobPersistenceException {
        states = states(connection);
        return super.findFailedInstances(connection);
    }

    private static Map<String, String> states(Connection connection) throws JobPersistenceException {
        Map<String, String> states = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("select name, state from core.node");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                states.put(row.getString(1), row.getString(2));
            }
            return states;
        } catch (SQLException e) {
            throw new JobPersistenceException("the nodes cannot be asked for: " + e.getMessage(), e);
        }
    }

    @Override
    protected long calcFailedIfAfter(SchedulerStateRecord other) {
        String state = states.get(other.getSchedulerInstanceId());
        if (state == null) {
            return super.calcFailedIfAfter(other);
        }
        return state.equals("RUNNING") ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
}
