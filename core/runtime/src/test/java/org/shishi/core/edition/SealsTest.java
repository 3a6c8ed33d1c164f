package org.shishi.core.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.programme.Edition;
import org.shishi.api.programme.EditionState;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.Seals;
import org.shishi.api.programme.Seals.Basis;
import org.shishi.api.programme.Seals.Difference;
import org.shishi.core.crypto.TestKeys;
import org.shishi.core.persistence.TestDatabases;

/** What a payment rested on stays as it was; what changed since is shown and alters nothing. */
class SealsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final String OBJECT = "basket/2026/households/1";
    private static final Basis BASIS = new Basis(
            OBJECT,
            "R-7.1",
            DAY,
            List.of("basket.target", "basket.perHouseholdFen", "basket.window"),
            Map.of("amountFen", 50_000L),
            Map.of("payee", "演示一"));

    private static ProgrammeContext context(Edition edition) {
        return (ProgrammeContext) Proxy.newProxyInstance(
                ProgrammeContext.class.getClassLoader(),
                new Class<?>[] {ProgrammeContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "programmeId" -> edition.programmeId();
                    case "year" -> edition.year();
                    case "edition" -> edition;
                    default -> throw new IllegalStateException(method + " was not expected");
                });
    }

    @ParameterizedTest
    @EnumSource
    void laterChangesShowAndAlterNothing(TestDatabases.Kind kind) {
        try (EditionWorld world = new EditionWorld(kind)) {
            ProgrammeContext programme = context(world.open(2026, EditionState.PUBLISHED));
            world.set(2026, "basket.perHouseholdFen", 50_000L, DAY);
            Seals seals = new SealsService(world.db.core(), new TestKeys(), world.clock());
            Seals.Seal sealed = seals.seal(world.finance, programme, "2026.1.0", BASIS);

            assertEquals(
                    List.of(sealed.digest()),
                    seals.of(OBJECT).stream().map(Seals.Seal::digest).toList());
            assertEquals(List.of(), seals.differences(sealed, programme, "2026.1.0", Map.of("payee", "演示一")));

            world.set(2026, "basket.perHouseholdFen", 60_000L, DAY);
            Seals.Seal kept = seals.of(OBJECT).getFirst();
            assertEquals(50_000, ((Number) kept.values().get("basket.perHouseholdFen")).intValue());
            assertEquals(Map.of("amountFen", 50_000L), kept.basis().sums());
            assertEquals(
                    List.of("basket.perHouseholdFen", "payee", "version"),
                    seals.differences(kept, programme, "2026.1.1", Map.of("payee", "演示二")).stream()
                            .map(Difference::name)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSealHoldsPersonsEncryptedAndCannotBeChangedUnseen(TestDatabases.Kind kind) {
        try (EditionWorld world = new EditionWorld(kind)) {
            ProgrammeContext programme = context(world.open(2026, EditionState.PUBLISHED));
            Seals seals = new SealsService(world.db.core(), new TestKeys(), world.clock());
            seals.seal(world.finance, programme, "2026.1.0", BASIS);
            String stored = world.db.core().read(handle -> handle.createQuery("select content from core.seal")
                    .mapTo(String.class)
                    .one());
            assertFalse(stored.contains("演示"));

            world.db.core().transact(handle -> handle.execute("update core.seal set digest = '0'"));
            assertThrows(IllegalStateException.class, () -> seals.of(OBJECT));
        }
    }
}
