package org.shishi.core.persistence;

import java.sql.Connection;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Cleanable;

/** The core's SQL on the thread's connection. */
final class JdbiCoreDatabase implements CoreDatabase {

    private final Transactions transactions;
    private final DataSource pool;
    private final boolean postgres;
    private final Jdbi jdbi;

    JdbiCoreDatabase(Transactions transactions, DataSource pool, boolean postgres) {
        this.transactions = transactions;
        this.pool = pool;
        this.postgres = postgres;
        this.jdbi = Jdbi.create(new ThreadsConnection(transactions));
        // Ending the transaction is not a handle's business.
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    }

    @Override
    public <R> R transact(Function<Handle, R> work) {
        return transactions.transact(scope -> withHandle(work));
    }

    @Override
    public <R> R read(Function<Handle, R> work) {
        return transactions.read(scope -> withHandle(work));
    }

    @Override
    public void afterCommit(Runnable work) {
        transactions.afterCommit(work);
    }

    @Override
    public boolean postgres() {
        return postgres;
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    private <R> R withHandle(Function<Handle, R> work) {
        try (Handle handle = jdbi.open()) {
            return work.apply(handle);
        }
    }

    private record ThreadsConnection(Transactions transactions) implements ConnectionFactory {

        @Override
        public Connection openConnection() {
            return transactions.connection();
        }

        @Override
        public Cleanable getCleanableFor(Connection connection) {
            return () -> {};
        }
    }
}
