package org.shishi.core.persistence;

import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * Transactions on the core's own tables (schema {@code core}). Joins the transaction that already runs on this thread,
 * also one that a programme's {@link org.shishi.api.persistence.Database} began: history, audit and notices are
 * committed or rolled back with what they record.
 *
 * <p>SQL names its schema ({@code core.account}): a connection's own schema is never changed.
 */
public interface CoreDatabase {

    /** Commits when the work returns, rolls back when it throws. The handle must not leave the function. */
    <R> R transact(Function<Handle, R> work);

    /** Runs reads without a transaction of their own (joins one that runs). */
    <R> R read(Function<Handle, R> work);

    /**
     * What is to run last in the transaction of this thread, when everybody has written.
     *
     * @param key whose it is: the second call in a transaction gets what the first one made
     * @throws IllegalStateException when no transaction runs
     */
    <W extends Runnable> W beforeCommit(Object key, Supplier<W> work);

    /** Runs after the transaction of this thread is committed (not at all when it is rolled back); at once when none runs. */
    void afterCommit(Runnable work);

    /** PostgreSQL, else H2. */
    boolean postgres();

    /** Connections of the pool, outside of the thread's transaction: for libraries that keep their own tables. */
    DataSource dataSource();
}
