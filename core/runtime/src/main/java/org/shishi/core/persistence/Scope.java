package org.shishi.core.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One piece of database work on one thread: its connection, borrowed when first needed, and who takes part in it. */
final class Scope implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scope.class);

    /** Somebody who keeps changes in memory and must write them before the commit. */
    interface Participant extends AutoCloseable {

        /** Writes what is still in memory. */
        void flush();

        /** The work is over, one way or the other. */
        @Override
        void close();
    }

    private final DataSource pool;
    private final boolean transactional;
    /** Reading inside of which this one writes, on the same connection: a second one for each thread could run out. */
    private final Scope around;

    private final Map<Object, Participant> participants = new LinkedHashMap<>();
    private final Map<Object, Runnable> beforeCommit = new LinkedHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private Connection real;
    private Connection shared;
    private Throwable spoiled;
    private boolean ended;

    /** @param around reading that is under way on this thread; null: none */
    Scope(DataSource pool, boolean transactional, Scope around) {
        this.pool = pool;
        this.transactional = transactional;
        this.around = around;
    }

    boolean transactional() {
        return transactional;
    }

    Connection connection() {
        if (shared == null) {
            try {
                real = around == null ? pool.getConnection() : around.real();
                real.setAutoCommit(!transactional);
                shared = SharedConnection.of(real);
            } catch (SQLException e) {
                throw new DatabaseException("no connection to the database", e);
            }
        }
        return shared;
    }

    private Connection real() {
        connection();
        return real;
    }

    /** The participant of an owner, joined on first use. */
    <P extends Participant> P participant(Object owner, Class<P> type, Supplier<P> join) {
        Participant known = participants.get(owner);
        if (known == null) {
            known = join.get();
            participants.put(owner, known);
        }
        return type.cast(known);
    }

    void spoil(Throwable cause) {
        if (spoiled == null) {
            spoiled = cause;
        }
    }

    @SuppressWarnings("unchecked") // a key is used with one type
    <W extends Runnable> W beforeCommit(Object key, Supplier<W> work) {
        return (W) beforeCommit.computeIfAbsent(key, k -> work.get());
    }

    void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    void commit() {
        if (spoiled != null) {
            throw new IllegalStateException(
                    "the transaction cannot be committed: a piece of work inside it failed before", spoiled);
        }
        // Writing may make others join (a listener that records something).
        for (int i = 0; i < participants.size(); i++) {
            List.copyOf(participants.values()).get(i).flush();
        }
        beforeCommit.values().forEach(Runnable::run);
        if (real != null) {
            try {
                real.commit();
            } catch (SQLException e) {
                throw new DatabaseException("the transaction could not be committed", e);
            }
        }
        ended = true;
    }

    /** What waited for the commit; a failure there can no longer undo it and is only logged. */
    void committed() {
        for (Runnable work : afterCommit) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("Work after a commit failed; the commit stands", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            participants.values().forEach(Participant::close);
        } finally {
            giveBack();
        }
    }

    private void giveBack() {
        if (real == null) {
            return;
        }
        try {
            if (transactional && !ended) {
                real.rollback();
            }
            if (around != null) {
                real.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.warn("A transaction could not be ended in order: {}", e.getMessage());
        } finally {
            if (around == null) {
                close(real);
            }
        }
    }

    private static void close(Connection borrowed) {
        try {
            borrowed.close();
        } catch (SQLException e) {
            LOG.warn("A connection could not be given back in order: {}", e.getMessage());
        }
    }
}
