package org.shishi.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
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
    private final AuditLogService log = city.log();
    private final Caller auditor = city.caller(Role.AUDITOR, city.organisations.city());

    @AfterEach
    void close() throws IOException {
        Files.deleteIfExists(city.witness.file());
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

    /** What no chain shows: the lanes are set to the line before, as if the rest had never been. */
    @Test
    void aWholeDayTakenBackFromTheEndIsFoundByWhatThisNodeHasSeen() {
        threeDays();
        city.witness.look();
        assertEquals(List.of(), log.verify(auditor));

        takeBack(FIRST.plusDays(2));

        assertEquals(List.of(FIRST.plusDays(2)), log.verify(auditor));
        city.witness.look();
        city.audit.write(auditor, "step", "as if nothing were missing", null, Map.of());
        city.witness.look();
        assertEquals(List.of(FIRST.plusDays(2)), log.verify(auditor), "the note stays as it was");
        AuditCommand command = new AuditCommand(db.core(), city.keys, city.clock, city.witness);
        String told = assertThrows(IllegalArgumentException.class, () -> command.apply(List.of("verify")))
                .getMessage();
        assertTrue(told.contains("up to the end that this node has noted"), told);
    }

    @Test
    void aLogThatGoesOnIsNotedAgainAndAgain() {
        city.witness.look();
        threeDays();
        city.witness.look();
        assertEquals(List.of(), log.verify(auditor));
        takeBack(FIRST.plusDays(2));
        assertEquals(List.of(FIRST.plusDays(2)), log.verify(auditor), "the last note counts");
    }

    @Test
    void aNoteThatIsNotOfThisNodeIsFound() throws IOException {
        threeDays();
        city.witness.look();
        String note = Files.readString(city.witness.file());
        Files.writeString(city.witness.file(), note.replaceFirst("(?m)^0 [0-9]+ ", "0 0 "));

        assertEquals(List.of(FIRST.plusDays(2)), log.verify(auditor));
    }

    /** With everything that the database holds, in every lane. */
    private void takeBack(LocalDate day) {
        city.database.transact(handle -> {
            handle.execute("delete from core.audit_entry where on_day >= ?", day);
            handle.execute("update core.audit_lane l set"
                    + " entries = (select coalesce(max(e.place), 0) from core.audit_entry e where e.lane = l.lane),"
                    + " on_day = (select max(e.on_day) from core.audit_entry e where e.lane = l.lane),"
                    + " mac = coalesce((select e.mac from core.audit_entry e where e.lane = l.lane and e.place ="
                    + " (select max(f.place) from core.audit_entry f where f.lane = l.lane)), '')");
            return null;
        });
    }

    @Test
    void theCommandSaysThatAllIsWellOrWhichLinesAreNot() {
        AuditCommand command = new AuditCommand(db.core(), city.keys, city.clock, city.witness);
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
