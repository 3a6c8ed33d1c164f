package org.shishi.programme.breakroom.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordContext;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;
import org.shishi.api.rule.Violation;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.CheckLevel;
import org.shishi.programme.breakroom.model.CheckResult;
import org.shishi.programme.breakroom.model.RoomState;
import org.shishi.programme.breakroom.model.SixPointCheck;
import org.shishi.programme.breakroom.rule.SixPointRules;

/** Six-point checks of a room; written once. */
public final class Checks {

    public static final RecordType<SixPointCheck> TYPE = RecordType.of(
                    "checks", SixPointCheck.class, SixPointCheck::new)
            .title(check -> check.level() + " " + check.date())
            .icon("vaadin:star")
            .partOf(Rooms.TYPE, Field.reference("room", SixPointCheck::room, SixPointCheck::room))
            .field(Field.choice("level", CheckLevel.class, SixPointCheck::level, SixPointCheck::level)
                    .required()
                    .listed())
            .field(Field.date("date", SixPointCheck::date, SixPointCheck::date)
                    .required()
                    .listed())
            .field(Field.text("inspector", SixPointCheck::inspector, SixPointCheck::inspector)
                    .required()
                    .max(50)
                    .sensitive(Sensitivity.NAME)
                    .listed())
            .field(point("rules", SixPointCheck::rules, SixPointCheck::rules))
            .field(point("signage", SixPointCheck::signage, SixPointCheck::signage))
            .field(point("service", SixPointCheck::service, SixPointCheck::service))
            .field(point("environment", SixPointCheck::environment, SixPointCheck::environment))
            .field(point("equipment", SixPointCheck::equipment, SixPointCheck::equipment))
            .field(point("effect", SixPointCheck::effect, SixPointCheck::effect))
            .field(Field.longText("remark", SixPointCheck::remark, SixPointCheck::remark)
                    .max(500))
            .createdBy(Right.SUBMIT, Right.REVIEW, Right.INSPECT)
            .writtenOnce()
            .attachments("photo")
            .check(Checks::check)
            .onCreated(Checks::count)
            .build();

    /** In which states of the room a check of a level makes sense. */
    private static final Map<CheckLevel, Set<RoomState>> WHEN = Map.of(
            CheckLevel.SELF, EnumSet.of(RoomState.UNDER_WORK, RoomState.READY, RoomState.PLAQUED, RoomState.RECTIFY),
            CheckLevel.GENERAL, EnumSet.of(RoomState.READY, RoomState.PLAQUED, RoomState.RECTIFY),
            CheckLevel.SPOT, EnumSet.of(RoomState.PLAQUED));

    private Checks() {}

    private static Field<SixPointCheck, CheckResult> point(
            String name,
            java.util.function.Function<SixPointCheck, CheckResult> get,
            java.util.function.BiConsumer<SixPointCheck, CheckResult> set) {
        return Field.choice(name, CheckResult.class, get, set)
                .required("BR-CHECK-INCOMPLETE")
                .listed();
    }

    private static List<Violation> check(SixPointCheck check, RecordContext context) {
        List<Violation> found = new ArrayList<>();
        if (check.level() != null && !mayCheck(check.level(), context.caller())) {
            found.add(Violation.of("CORE-FORBIDDEN", "level"));
        }
        if (check.date() != null && check.date().isAfter(context.today())) {
            found.add(Violation.of("BR-CHECK-DATE", "date"));
        }
        Optional<BreakRoom> room = context.find(Rooms.TYPE, check.room());
        if (check.level() != null
                && room.filter(r -> WHEN.get(check.level()).contains(r.state())).isEmpty()) {
            found.add(Violation.of("BR-STATE", "level"));
        }
        return found;
    }

    /** The owner unit checks itself, its second-level union in general, the city's inspectors unannounced. */
    private static boolean mayCheck(CheckLevel level, Caller caller) {
        boolean city = caller.organisation().type() == OrgType.CITY;
        return caller.system()
                || switch (level) {
                    case SELF -> caller.mayAnywhere(Right.SUBMIT);
                    case GENERAL -> caller.organisation().secondLevel() && caller.mayAnywhere(Right.INSPECT);
                    case SPOT -> city && caller.mayAnywhere(Right.INSPECT);
                };
    }

    private static void count(SixPointCheck check, RecordContext context) {
        context.find(Rooms.TYPE, check.room()).ifPresent(room -> {
            room.checksDone(room.checksDone() + 1);
            if (!check.passed()) {
                room.checksFailed(room.checksFailed() + 1);
            }
        });
    }

    /** The latest check of these levels; empty: none yet. */
    public static Optional<SixPointCheck> latest(RecordContext context, UUID room, CheckLevel... levels) {
        Set<CheckLevel> wanted = EnumSet.copyOf(List.of(levels));
        return context.parts(TYPE, room).stream()
                .filter(check -> wanted.contains(check.level()))
                .max(Comparator.comparing(SixPointCheck::date)
                        .thenComparing(check -> check.head().createdAt()));
    }

    /** on a check that must be there and have passed. */
    public static List<Violation> mustPass(Optional<SixPointCheck> check) {
        return check.filter(c -> {
                            var outcome = SixPointRules.sixPointPass(c);
                            return !outcome.refused() && outcome.result().pass();
                        })
                        .isPresent()
                ? List.of()
                : List.of(Violation.of("BR-CHECK-INCOMPLETE", "checks"));
    }
}
