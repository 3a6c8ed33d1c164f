package org.shishi.core.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.persistence.Database;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.TestKeys;
import org.shishi.core.persistence.ProgrammeDatabases.Opened;
import org.shishi.core.persistence.ProgrammeDatabases.Unit;
import org.shishi.core.persistence.sample.Neighbour;
import org.shishi.core.persistence.sample.SampleLoader;

/** What a programme marks as personal never lies in clear in its tables. */
@ParameterizedClass
@EnumSource
class SealedColumnsTest {

    private static final String PHONE = "13900000001";
    private static final Unit UNIT =
            new Unit("sample-programme", 2026, new SampleLoader(), List.of(Neighbour.class.getName()));

    private final TestDatabase db;
    private final FieldCipher cipher = new FieldCipher(new TestKeys());

    SealedColumnsTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        db.programmes().migrate(UNIT);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private String stored(UUID id) {
        return db.core()
                .read(handle -> handle.createQuery("select phone from sample_programme_2026.neighbour where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one());
    }

    private void insert(UUID id, String phone) {
        db.core()
                .transact(handle -> handle.execute(
                        "insert into sample_programme_2026.neighbour (id, phone) values (?, ?)", id, phone));
    }

    private static String read(Database database, UUID id) {
        return database.read(entities -> entities.find(Neighbour.class, id).phone());
    }

    @Test
    void isSealedInTheTableAndClearInTheEntity() {
        try (Opened opened = db.programmes().open(UNIT, cipher)) {
            Database database = opened.database();
            Neighbour saved = new Neighbour("示例路", PHONE);
            Neighbour without = new Neighbour("示例路", null);
            database.transact(entities -> {
                entities.persist(saved);
                entities.persist(without);
                return null;
            });

            String sealed = stored(saved.id());
            assertTrue(sealed.startsWith("k1:") && !sealed.contains(PHONE), sealed);
            assertEquals(PHONE, read(database, saved.id()));
            assertNull(read(database, without.id()));
            assertNull(stored(without.id()));
            database.transact(entities -> {
                entities.find(Neighbour.class, saved.id()).street("别路");
                return null;
            });
            assertEquals(sealed, stored(saved.id()), "written only when it changed");
            database.transact(entities -> {
                entities.find(Neighbour.class, saved.id()).phone("13900000002");
                return null;
            });
            assertEquals("13900000002", read(database, saved.id()));
            db.core()
                    .transact(handle -> handle.execute(
                            "update sample_programme_2026.neighbour set phone = ? where id = ?", PHONE, saved.id()));
            assertThrows(RuntimeException.class, () -> read(database, saved.id()), "what nobody sealed is not shown");
        }
    }

    @Test
    void rowsFromBeforeAreSealedWhenTheProgrammeOpensOnce() {
        UUID first = UUID.randomUUID();
        UUID half = UUID.randomUUID();
        insert(first, PHONE);
        // As if the first attempt had been interrupted after this one.
        insert(half, cipher.seal("programme/sample_programme_2026/neighbour/phone", "021-55550000"));
        for (int i = 0; i < 1_200; i++) {
            insert(UUID.randomUUID(), "1390000" + (1000 + i));
        }
        try (Opened opened = db.programmes().open(UNIT, cipher)) {
            assertEquals(PHONE, read(opened.database(), first));
            assertEquals("021-55550000", read(opened.database(), half));
        }
        assertEquals(0, db.core().<Integer>read(handle -> handle.createQuery(
                        "select count(*) from sample_programme_2026.neighbour where phone not like 'k1:%'")
                .mapTo(Integer.class)
                .one()));
        String sealed = stored(first);
        db.programmes().open(UNIT, cipher).close();
        assertEquals(sealed, stored(first));
        assertEquals(
                List.of(new SealedColumns.Known("sample_programme_2026", "neighbour", "phone")),
                db.core().read(SealedColumns::known),
                "a change of keys knows of it while the programme is away");
        assertFalse(stored(half).contains("55550000"));
    }
}
