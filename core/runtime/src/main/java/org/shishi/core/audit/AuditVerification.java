package org.shishi.core.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<Integer, AuditLane> seen;
    private final List<AuditFinding> findings = new ArrayList<>();
    private long lines;

    AuditVerification(Handle handle, KeyRing keys, LocalDate today, AuditWitness witness) {
        this.handle = handle;
        this.keys = keys;
        this.today = today;
        this.seen = witness.seen().orElse(Map.of());
        if (witness.forged()) {
            found(today, AuditFinding.Kind.NOTE, 0, 0);
        }
    }

    /** Days that do not fit, in order. */
    List<LocalDate> run() {
        for (int lane = 0; lane < AuditLane.LANES; lane++) {
            walk(lane);
        }
        return findings.stream().map(AuditFinding::day).distinct().sorted().toList();
    }

    List<AuditFinding> findings() {
        return List.copyOf(findings);
    }

    /** How many were looked at. */
    long lines() {
        return lines;
    }

    private void walk(int lane) {
        // Lines that come later are walked, too, but need not be there.
        Optional<AuditLane> end = AuditLane.look(handle, lane);
        AuditLane noted = seen.get(lane);
        boolean fitsTheNote = noted == null || noted.entries() == 0;
        long place = 0;
        String mac = "";
        LocalDate day = null;
        String macAtEnd = end.isPresent() && end.get().entries() == 0 ? "" : null;
        List<Linked> page = page(lane, place);
        while (!page.isEmpty()) {
            for (Linked linked : page) {
                lines++;
                if (linked.line.place() != place + 1) {
                    if (!linked.line.day().equals(day)) {
                        found(day, AuditFinding.Kind.MISSING, lane, place + 1);
                    }
                    found(linked.line.day(), AuditFinding.Kind.MISSING, lane, linked.line.place());
                }
                if (!fits(linked, mac)) {
                    found(linked.line.day(), AuditFinding.Kind.CHANGED_OR_ADDED, lane, linked.line.place());
                }
                place = linked.line.place();
                mac = linked.mac;
                day = linked.line.day();
                if (noted != null && place == noted.entries()) {
                    fitsTheNote = mac.equals(noted.mac());
                }
                if (end.isPresent() && place == end.get().entries()) {
                    macAtEnd = mac;
                }
            }
            page = page(lane, place);
        }
        if (end.isEmpty() || !end.get().mac().equals(macAtEnd)) {
            found(end.map(AuditLane::day).orElse(day), AuditFinding.Kind.END, lane, 0);
        }
        if (!fitsTheNote) {
            found(noted.day(), AuditFinding.Kind.TAKEN_BACK, lane, noted.entries());
        }
    }

    private boolean fits(Linked linked, String before) {
        return keys.byId(linked.keyId)
                .map(key -> linked.line.mac(key, before).equals(linked.mac))
                .orElse(false);
    }

    private void found(LocalDate day, AuditFinding.Kind kind, int lane, long place) {
        findings.add(new AuditFinding(day == null ? today : day, kind, lane, place));
    }

    private List<Linked> page(int lane, long after) {
        return handle.createQuery(
                        "select * from core.audit_entry where lane = :lane and place > :after order by place limit"
                                + " :page")
                .bind("lane", lane)
                .bind("after", after)
                .bind("page", PAGE)
                .map((row, context) -> new Linked(AuditLine.of(row), row.getString("key_id"), row.getString("mac")))
                .list();
    }
}
