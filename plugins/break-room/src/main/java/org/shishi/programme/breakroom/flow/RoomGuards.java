package org.shishi.programme.breakroom.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shishi.api.record.RecordContext;
import org.shishi.api.rule.Violation;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.CheckLevel;
import org.shishi.programme.breakroom.model.SixPointCheck;
import org.shishi.programme.breakroom.service.ApplicationDeadline;
import org.shishi.programme.breakroom.service.Checks;
import org.shishi.programme.breakroom.service.Consultations;
import org.shishi.programme.breakroom.service.Rooms;
import org.shishi.programme.breakroom.service.Sheets;

/** What must be true before a room moves on (domain specification §3 c). */
final class RoomGuards {

    private RoomGuards() {}

    /** The sheet is valid with this room in it; duplicates were refused when the room was saved. */
    static List<Violation> declarable(BreakRoom room, RecordContext context) {
        return Sheets.declarable(room, context);
    }

    static void joinSheet(BreakRoom room, RecordContext context) {
        Sheets.join(room, context);
        ApplicationDeadline.flag(room, context);
    }

    static void leaveSheet(BreakRoom room, RecordContext context) {
        room.setSheet(null);
        room.setLate(null);
    }

    static List<Violation> consulted(BreakRoom room, RecordContext context) {
        return context.parts(Consultations.TYPE, room.id()).isEmpty()
                ? List.of(Violation.of("BR-CONSULTATION-MISSING", "consultations"))
                : List.of();
    }

    static List<Violation> planAttached(BreakRoom room, RecordContext context) {
        return context.attachments(Rooms.TYPE, room.id(), "plan") == 0
                ? List.of(Violation.of("BR-PLAN-MISSING", "attachments"))
                : List.of();
    }

    static List<Violation> selfCheckPassed(BreakRoom room, RecordContext context) {
        return Checks.mustPass(Checks.latest(context, room.id(), CheckLevel.SELF));
    }

    /** All six PASS in the latest check, a separate fixed area, good ventilation and light (annex 2-1 §三(二)1). */
    static List<Violation> acceptable(BreakRoom room, RecordContext context) {
        List<Violation> found = new ArrayList<>(
                Checks.mustPass(Checks.latest(context, room.id(), CheckLevel.SELF, CheckLevel.GENERAL)));
        if (!Boolean.TRUE.equals(room.getSeparateArea())) {
            found.add(Violation.of("BR-STANDARD", "separateArea"));
        }
        if (!Boolean.TRUE.equals(room.getVentilated())) {
            found.add(Violation.of("BR-STANDARD", "ventilated"));
        }
        return found;
    }

    static List<Violation> spotCheckFailed(BreakRoom room, RecordContext context) {
        return Checks.latest(context, room.id(), CheckLevel.SPOT)
                        .filter(check -> !check.passed())
                        .isPresent()
                ? List.of()
                : List.of(Violation.of("BR-CHECK-INCOMPLETE", "checks"));
    }

    static void beginRectification(BreakRoom room, RecordContext context) {
        room.setRectifySince(context.today());
    }

    static List<Violation> recheckPassed(BreakRoom room, RecordContext context) {
        return Checks.mustPass(recheck(room, context));
    }

    static List<Violation> recheckFailed(BreakRoom room, RecordContext context) {
        return recheck(room, context).filter(check -> !check.passed()).isPresent()
                ? List.of()
                : List.of(Violation.of("BR-CHECK-INCOMPLETE", "checks"));
    }

    /** The second-level union's own look since the failed spot check: it comes before the city's word. */
    private static Optional<SixPointCheck> recheck(BreakRoom room, RecordContext context) {
        Optional<SixPointCheck> failed = Checks.latest(context, room.id(), CheckLevel.SPOT);
        return Checks.latest(context, room.id(), CheckLevel.GENERAL)
                .filter(check -> failed.isPresent()
                        && check.head().createdAt().isAfter(failed.get().head().createdAt()));
    }
}
