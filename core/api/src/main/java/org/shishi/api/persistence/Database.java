package org.shishi.api.persistence;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Transactions on the schema of one programme and year. Resource-local; the core's history, audit and notices that are
 * written inside take part in the same transaction.
 *
 * <p>After the programme's bundle has stopped every call throws {@link org.shishi.api.programme.ProgrammeOfflineException};
 * calls under way when it stops are waited for.
 */
@ProviderType
public interface Database {

    /**
     * Runs work in a transaction: commits when it returns, rolls back when it throws. Joins the transaction that already
     * runs on this thread. The entity manager must not leave the function.
     */
    <R> R transact(Function<EntityManager, R> work);

    /** Runs reads without a transaction of their own (joins one that runs). */
    <R> R read(Function<EntityManager, R> work);

    /** The schema's name, for native SQL (which must name its schema), for example {@code basket_2026}. */
    String schema();
}
