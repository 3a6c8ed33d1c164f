package org.shishi.core.persistence;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Transactions on the core's own tables (schema {@code core}). Joins the transaction that already runs on this thread,
 * also one that a programme's {@link org.shishi.api.persistence.Database} began: history, audit and notices are
 * committed or rolled back with what they record.
 */
public interface CoreDatabase {

    /** Commits when the work returns, rolls back when it throws. The handle must not leave the function. */
    <R> R transact(Function<Handle, R> work);

    <R> R read(Function<Handle, R> work);

    /** PostgreSQL, else H2. */
    boolean postgres();
}
