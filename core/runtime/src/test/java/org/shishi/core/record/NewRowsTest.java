package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.organisation.District;
import org.shishi.api.persistence.Database;
import org.shishi.core.persistence.NewRows;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Feature;
import org.shishi.core.record.workshop.Size;
import org.shishi.core.record.workshop.Workshop;

/** What is written past the provider is what the provider would have written. */
@ParameterizedClass
@EnumSource
class NewRowsTest {

    private final World world;
    private final Database database;

    NewRowsTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        database = world.programme.database();
    }

    private Workshop row(Consumer<Workshop> more) {
        Workshop row = world.draft("Same");
        row.head().status("DRAFT");
        row.head().ownerOrg(world.tree.factory.id());
        row.head().created(UUID.nameUUIDFromBytes(new byte[1]), world.clock().instant());
        more.accept(row);
        return row;
    }

    private static void full(Workshop row) {
        row.setDistrict(District.PUDONG);
        row.setSize(Size.LARGE);
        row.setFeatures(java.util.EnumSet.allOf(Feature.class));
        row.setPlaces(12);
        row.setArea(new BigDecimal("20.50"));
        row.setCostFen(1_234_567L);
        row.setOpenedOn(LocalDate.of(2026, 1, 31));
        row.setOpenDaily(true);
        row.setContact("Tan Invented");
        row.setNote("两行\nand a quote ' and a backslash \\");
        row.setPartner(UUID.nameUUIDFromBytes(new byte[2]));
        row.head().importId(UUID.nameUUIDFromBytes(new byte[3]));
    }

    private Map<String, Object> stored(UUID id) {
        return world.db.core().read(handle -> {
            Map<String, Object> columns = handle.createQuery(
                            "select * from " + database.schema() + ".workshop where id = :id")
                    .bind("id", id)
                    .mapToMap()
                    .one();
            columns.remove("id");
            return columns;
        });
    }

    private void insert(Workshop... rows) {
        assertTrue(((NewRows) database).insert(List.of(rows)));
    }

    @Test
    void everyValueAndItsAbsenceIsStoredTheSame() {
        for (Consumer<Workshop> more : List.<Consumer<Workshop>>of(NewRowsTest::full, row -> {})) {
            Workshop one = row(more);
            Workshop other = row(more);
            database.transact(em -> {
                em.persist(one);
                return null;
            });
            database.transact(em -> {
                insert(other);
                return null;
            });

            assertEquals(stored(one.id()), stored(other.id()));
            assertEquals(one.version(), other.version());
        }
    }

    @Test
    void theRowsAreOrdinaryOnesAfterwards() {
        Workshop first = row(row -> {});
        Workshop second = row(row -> row.setName("Another"));
        database.transact(em -> {
            insert(first, second);
            return null;
        });

        database.transact(em -> {
            em.find(Workshop.class, second.id()).setName("Changed");
            return null;
        });

        assertEquals(2L, stored(second.id()).get("version"));
        assertEquals("Changed", stored(second.id()).get("name"));
    }

    @Test
    void aRowThatTheDatabaseRefusesLeavesNothing() {
        Workshop good = row(row -> {});
        Workshop nameless = row(row -> row.setName(null));

        assertThrows(
                PersistenceException.class,
                () -> database.transact(em -> {
                    insert(good, nameless);
                    return null;
                }));

        assertNull(database.<Workshop>read(em -> em.find(Workshop.class, good.id())));
    }
}
