package org.shishi.core.persistence;

import java.sql.Connection;
import java.sql.Types;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;
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
        // A null fits every column; PostgreSQL would not take one of type varchar for a uuid or a date.
        jdbi.getConfig(Arguments.class).setUntypedNullArgument(new NullArgument(Types.NULL));
        jdbi.registerArgument(new UuidArgument());
        jdbi.registerArrayType(UUID.class, "uuid");
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
    public <W extends Runnable> W beforeCommit(Object key, Supplier<W> work) {
        return transactions.beforeCommit(key, work);
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

    /** The library's own takes a null uuid for text. */
    private static final class UuidArgument extends AbstractArgumentFactory<UUID> {

        UuidArgument() {
            super(Types.NULL);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value);
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
