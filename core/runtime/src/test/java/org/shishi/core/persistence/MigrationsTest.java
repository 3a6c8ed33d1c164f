package org.shishi.core.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.core.persistence.ProgrammeDatabases.Unit;

class MigrationsTest {

    /** Its own patience, two seconds, is over when some programmes come at once on a slow machine. */
    @Test
    void a_programme_waits_on_H2_until_the_tables_of_others_are_made(@TempDir Path folder) throws IOException {
        Path script = folder.resolve("V1__patience.sql");
        Files.writeString(script, "create table patience as select lock_timeout() as millis;");
        try (TestDatabase db = TestDatabases.open(TestDatabases.Kind.H2)) {
            Unit unit = new Unit(
                    "patient",
                    2026,
                    MigrationsTest.class.getClassLoader(),
                    List.of(),
                    List.of(script.toUri().toURL()));

            assertEquals(1, db.programmes().migrate(unit));
            long millis = db.core().read(handle -> handle.createQuery("select millis from patient_2026.patience")
                    .mapTo(Long.class)
                    .one());
            assertTrue(millis >= 60_000, millis + " ms");
        }
    }
}
