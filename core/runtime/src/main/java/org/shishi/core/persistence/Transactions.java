package org.shishi.core.persistence;

import java.sql.Connection;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * One connection and at most one transaction per thread, shared by everybody who works with the database on it: the
 * core's own SQL and the programmes' entity managers.
 */
final class Transactions {

    private final DataSource pool;
    private final ThreadLocal<Scope> current = new ThreadLocal<>();

    Transactions(DataSource pool) {
        this.pool = pool;
    }

    /** Joins the running transaction, else begins and ends one. A failure inside a joined one spoils the whole. */
    <R> R transact(Function<Scope, R> work) {
        Scope running = current.get();
        if (running != null && running.transactional()) {
            try {
                return work.apply(running);
            } catch (RuntimeException | Error e) {
                running.spoil(e);
                throw e;
            }
        }
        Scope scope = new Scope(pool, true, running);
        R result = within(scope, running, own -> {
            R done = work.apply(own);
            own.commit();
            return done;
        });
        scope.committed();
        return result;
    }

    /** Joins whatever runs, else borrows a connection that commits by itself. */
    <R> R read(Function<Scope, R> work) {
        Scope running = current.get();
        return running != null ? work.apply(running) : within(new Scope(pool, false, null), null, work);
    }

    <W extends Runnable> W beforeCommit(Object key, Supplier<W> work) {
        Scope running = current.get();
        if (running == null || !running.transactional()) {
            throw new IllegalStateException("no transaction runs on this thread");
        }
        return running.beforeCommit(key, work);
    }

    void afterCommit(Runnable work) {
        Scope running = current.get();
        if (running != null && running.transactional()) {
            running.afterCommit(work);
        } else {
            work.run();
        }
    }

    /** The connection of the work under way on this thread; closing, committing and rolling back are not its users'. */
    Connection connection() {
        Scope running = current.get();
        if (running == null) {
            throw new IllegalStateException("no database work is under way on this thread");
        }
        return running.connection();
    }

    private <R> R within(Scope scope, Scope before, Function<Scope, R> work) {
        current.set(scope);
        try (scope) {
            return work.apply(scope);
        } finally {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        }
    }
}
