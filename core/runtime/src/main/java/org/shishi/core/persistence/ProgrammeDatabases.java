package org.shishi.core.persistence;

import java.util.List;
import org.shishi.api.persistence.Database;

/** Opens the schema of a programme and year: migrates it, then builds what its entities need. */
public interface ProgrammeDatabases {

    /**
     * @param programmeId for example {@code basket-two}
     * @param year the edition's
     * @param loader sees the entities and the scripts
     * @param entities class names, as the bundle's manifest lists them
     */
    record Unit(String programmeId, int year, ClassLoader loader, List<String> entities) {

        public Unit {
            entities = List.copyOf(entities);
        }

        /** {@code basket_two_2026}. */
        public String schema() {
            return programmeId.replace('-', '_') + "_" + year;
        }
    }

    /** Runs the bundle's migrations; an administrator can read what the exception says. */
    void migrate(Unit unit);

    /** The schema must have been migrated. */
    Opened open(Unit unit);

    /** An opened schema. */
    interface Opened extends AutoCloseable {

        Database database();

        /** Whether no entity has a row. */
        boolean empty();

        /** Refuses new calls, waits for those under way, then lets go of the entities. */
        @Override
        void close();
    }
}
