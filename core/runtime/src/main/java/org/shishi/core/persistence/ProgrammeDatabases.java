package org.shishi.core.persistence;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.shishi.api.persistence.Database;

/** Opens the schema of a programme and year: migrates it, then builds what its entities need. */
public interface ProgrammeDatabases {

    /**
     * @param programmeId for example {@code basket-two}
     * @param year the edition's
     * @param loader sees the entities
     * @param entities class names, as the bundle's manifest lists them
     * @param scripts its migrations; null: those in the loader's folder {@code db/migration}
     */
    record Unit(String programmeId, int year, ClassLoader loader, List<String> entities, List<URL> scripts) {

        public Unit {
            entities = List.copyOf(entities);
        }

        public Unit(String programmeId, int year, ClassLoader loader, List<String> entities) {
            this(programmeId, year, loader, entities, null);
        }

        /** {@code basket_two_2026}. */
        public String schema() {
            return programmeId.replace('-', '_') + "_" + year;
        }
    }

    /**
     * Runs the scripts that the schema has not seen; creates the schema when there is one at least.
     *
     * @return how many ran
     */
    int migrate(Unit unit);

    /** How many {@link #migrate} would run. */
    int pending(Unit unit);

    /**
     * The schema must have been migrated.
     *
     * @param seal for columns that hold sealed text; those whose rows stand in clear are sealed first
     */
    Opened open(Unit unit, ColumnSeal seal);

    /** An opened schema. */
    interface Opened extends AutoCloseable {

        Database database();

        /** Whether no entity has a row. */
        boolean empty();

        /** Empty: it is no entity of the programme, or its rows do not stand in one table. */
        Optional<StoredIn> storedIn(Class<?> entity);

        /** From now on somebody hears of every row that is written, until it is closed. */
        void watch(RowWatch watch);

        /** Refuses new calls, waits for those under way, then lets go of the entities. */
        @Override
        void close();
    }
}
