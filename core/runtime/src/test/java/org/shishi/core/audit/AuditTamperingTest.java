package org.shishi.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.core.crypto.TestKeys;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

/** Somebody with access to the database, but not to the keys, tries to change the past. */
class AuditTamperingTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);

    private final TestDatabase db = TestDatabases.h2();
    private final TestCity city = new TestCity(db.core());
    private final AuditLogService log = new AuditLogService(db.core(), city.keys, city.clock, city.audit);
    private final Caller auditor = city.caller(Role.AUDITOR, city.organisations.city());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void aChangedLineIsFound() {
        threeDays();

        change("update core.audit_entry set reason = 'other' where object = 'day 2'");

        assertEquals(List.of(FIRST.plusDays(1)), log.verify(auditor));
    }

    @Test
    void aMissingLineIsFound() {
        threeDays();

        change("delete from core.audit_entry where object = 'day 2'");

        assertTrue(log.verify(auditor).contains(FIRST.plusDays(2)));
    }

    @Test
    void aMissingEndIsFound() {
        threeDays();

        change("delete from core.audit_entry where object = 'day 3'");

        assertEquals(List.of(FIRST.plusDays(2)), log.verify(auditor));
    }

    @Test
    void anAddedLineIsFound() {
        threeDays();

        change("insert into core.audit_entry (lane, place, on_day, at, account_name, roles, organisation_name, action,"
                + " object, details, key_id, mac) select lane, place + 1, on_day, at, account_name, roles,"
                + " organisation_name, action, object, details, key_id, mac from core.audit_entry"
                + " where object = 'day 3'");

        assertEquals(List.of(FIRST.plusDays(2)), log.verify(auditor));
    }

    @Test
    void aForgerWithoutTheKeyIsFound() {
        threeDays();
        new AuditService(db.core(), new TestKeys(), city.clock).write(auditor, "forged", "day 3", null, Map.of());

        assertEquals(List.of(FIRST.plusDays(2)), log.verify(auditor));
    }

    @Test
    void theCommandSaysThatAllIsWellOrWhichLinesAreNot() {
        AuditCommand command = new AuditCommand(db.core(), city.keys, city.clock);
        threeDays();
        assertTrue(command.apply(List.of("verify")).startsWith("The audit log is whole: "));

        change("update core.audit_entry set reason = 'other' where object = 'day 2'");

        String told = assertThrows(IllegalArgumentException.class, () -> command.apply(List.of("verify")))
                .getMessage();
        assertTrue(told.contains("2026-07-02"), told);
        assertTrue(told.contains("a line was changed or put in"), told);
        assertThrows(IllegalArgumentException.class, () -> command.apply(List.of()));
    }

    private void threeDays() {
        for (int day = 1; day <= 3; day++) {
            city.audit.write(auditor, "step", "day " + day, "reason", Map.of());
            if (day < 3) {
                city.clock.pass(Duration.ofDays(1));
            }
        }
    }

    private void change(String sql) {
        int rows = city.database.transact(handle -> handle.execute(sql));
        assertEquals(1, rows);
    }
}
