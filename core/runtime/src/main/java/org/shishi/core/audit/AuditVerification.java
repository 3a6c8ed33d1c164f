package org.shishi.core.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.shishi.core.crypto.KeyRing;

/**
 * Walks all chains and says which days do not fit: a line was changed, left out or put in. Writers may go on meanwhile.
 */
final class AuditVerification {

    private static final int PAGE = 1000;

    private record Linked(AuditLine line, String keyId, String mac) {}

    private final Handle handle;
    private final KeyRing keys;
    private final LocalDate today;
    private final SortedSet<LocalDate> bad = new TreeSet<>();

    AuditVerification(Handle handle, KeyRing keys, LocalDate today) {
        this.handle = handle;
        this.keys = keys;
        this.today = today;
    }

    List<LocalDate> run() {
        for (int lane = 0; lane < AuditLane.LANES; lane++) {
            walk(lane);
        }
        return List.copyOf(bad);
    }

    private void walk(int lane) {
        // Lines that come later are walked, too, but need not be there.
        Optional<AuditLane> end = AuditLane.look(handle, lane);
        long place = 0;
        String mac = "";
        LocalDate day = null;
        String macAtEnd = end.isPresent() && end.get().entries() == 0 ? "" : null;
        List<Linked> page = page(lane, place);
        while (!page.isEmpty()) {
            for (Linked linked : page) {
                if (linked.line.place() != place + 1) {
                    spoil(day);
                    spoil(linked.line.day());
                }
                if (!fits(linked, mac)) {
                    spoil(linked.line.day());
                }
                place = linked.line.place();
                mac = linked.mac;
                day = linked.line.day();
                if (end.isPresent() && place == end.get().entries()) {
                    macAtEnd = mac;
                }
            }
            page = page(lane, place);
        }
        if (end.isEmpty() || !end.get().mac().equals(macAtEnd)) {
            spoil(end.map(AuditLane::day).orElse(day));
        }
    }

    private boolean fits(Linked linked, String before) {
        return keys.byId(linked.keyId)
                .map(key -> linked.line.mac(key, before).equals(linked.mac))
                .orElse(false);
    }

    private void spoil(LocalDate day) {
        bad.add(day == null ? today : day);
    }

    private List<Linked> page(int lane, long after) {
        return handle.createQuery(
                        "select * from core.audit_entry where lane = :lane and place > :after order by place limit :page")
                .bind("lane", lane)
                .bind("after", after)
                .bind("page", PAGE)
                .map((row, context) -> new Linked(AuditLine.of(row), row.getString("key_id"), row.getString("mac")))
                .list();
    }
}
