package org.shishi.core.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.shishi.api.persistence.Database;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database as one programme and year sees it. */
final class ProgrammeDatabase implements Database, NewRows, ProgrammeDatabases.Opened {

    private static final Logger LOG = LoggerFactory.getLogger(ProgrammeDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProgrammeDatabases.Unit unit;
    private final Transactions transactions;
    private final EntityManagerFactory factory;
    private final RowEvents events;
    private final Gate gate;
    private final Map<Class<?>, Optional<PlainRows>> plain = new ConcurrentHashMap<>();

    ProgrammeDatabase(
            ProgrammeDatabases.Unit unit, Transactions transactions, EntityManagerFactory factory, RowEvents events) {
        this.unit = unit;
        this.transactions = transactions;
        this.factory = factory;
        this.events = events;
        this.gate = new Gate(() -> new ProgrammeOfflineException(unit.programmeId(), unit.year()));
    }

    @Override
    public <R> R transact(Function<EntityManager, R> work) {
        return gate.pass(() -> transactions.transact(scope -> work.apply(entities(scope))));
    }

    @Override
    public <R> R read(Function<EntityManager, R> work) {
        return gate.pass(() -> transactions.read(scope -> work.apply(entities(scope))));
    }

    @Override
    public boolean insert(List<?> entities) {
        if (entities.isEmpty()) {
            return true;
        }
        Class<?> type = entities.getFirst().getClass();
        PlainRows rows = plain.computeIfAbsent(type, t -> PlainRows.of(factory.unwrap(ServerSession.class), t))
                .orElse(null);
        if (rows == null) {
            return false;
        }
        gate.pass(() -> transactions.transact(scope -> {
            rows.insert(transactions.connection(), entities);
            entities.forEach(events::inserted);
            return null;
        }));
        return true;
    }

    @Override
    public String schema() {
        return unit.schema();
    }

    @Override
    public Database database() {
        return this;
    }

    @Override
    public boolean empty() {
        return read(entities -> factory.getMetamodel().getEntities().stream()
                .map(EntityType::getJavaType)
                .allMatch(type -> entities.createQuery("select e from " + type.getSimpleName() + " e", type)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty()));
    }

    @Override
    public Optional<StoredIn> storedIn(Class<?> entity) {
        return StoredIn.of(unit.schema(), factory.unwrap(ServerSession.class), entity);
    }

    @Override
    public void watch(RowWatch watch) {
        events.watch(watch);
    }

    @Override
    public void close() {
        if (!gate.shut(PATIENCE)) {
            LOG.warn("{} {} is closed although calls are still under way in it", unit.programmeId(), unit.year());
        }
        events.closed();
        if (factory.isOpen()) {
            factory.close();
        }
    }

    private EntityManager entities(Scope scope) {
        return scope.participant(this, EntityManagers.class, () -> EntityManagers.join(factory, scope.transactional()))
                .entities();
    }
}
