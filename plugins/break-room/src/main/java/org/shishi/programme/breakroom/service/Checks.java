package org.shishi.programme.breakroom.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** Names of the six result fields, in the order of the six characters 明 亮 精 美 全 佳. */
    public static final List<String> POINTS =
            List.of("rules", "signage", "service", "environment", "equipment", "effect");

    /** A right held in another programme lets nobody check a room. */
    private static final String PROGRAMME = "break-room";

    /** The kind of a photo of the room as a whole. */
    private static final String PHOTO = "photo";

    public static final RecordType<SixPointCheck> TYPE = RecordType.of(
                    "checks", SixPointCheck.class, SixPointCheck::new)
            .title(check -> String.valueOf(check.getDate()))
            .icon("vaadin:star")
            .partOf(Rooms.TYPE, Field.reference("room", SixPointCheck::getRoom, SixPointCheck::setRoom))
            .field(Field.choice("level", CheckLevel.class, SixPointCheck::getLevel, SixPointCheck::setLevel)
                    .required()
                    .listed())
            .field(Field.date("date", SixPointCheck::getDate, SixPointCheck::setDate)
                    .required()
                    .listed())
            .field(Field.text("inspector", SixPointCheck::getInspector, SixPointCheck::setInspector)
                    .required()
                    .max(50)
                    .sensitive(Sensitivity.NAME)
                    .listed())
            .field(point("rules", SixPointCheck::getRules, SixPointCheck::setRules))
            .field(remark("rulesRemark", SixPointCheck::getRulesRemark, SixPointCheck::setRulesRemark))
            .field(point("signage", SixPointCheck::getSignage, SixPointCheck::setSignage))
            .field(remark("signageRemark", SixPointCheck::getSignageRemark, SixPointCheck::setSignageRemark))
            .field(point("service", SixPointCheck::getService, SixPointCheck::setService))
            .field(remark("serviceRemark", SixPointCheck::getServiceRemark, SixPointCheck::setServiceRemark))
            .field(point("environment", SixPointCheck::getEnvironment, SixPointCheck::setEnvironment))
            .field(remark(
                    "environmentRemark", SixPointCheck::getEnvironmentRemark, SixPointCheck::setEnvironmentRemark))
            .field(point("equipment", SixPointCheck::getEquipment, SixPointCheck::setEquipment))
            .field(remark("equipmentRemark", SixPointCheck::getEquipmentRemark, SixPointCheck::setEquipmentRemark))
            .field(point("effect", SixPointCheck::getEffect, SixPointCheck::setEffect))
            .field(remark("effectRemark", SixPointCheck::getEffectRemark, SixPointCheck::setEffectRemark))
            .field(Field.longText("remark", SixPointCheck::getRemark, SixPointCheck::setRemark)
                    .max(500))
            .createdBy(Right.SUBMIT, Right.REVIEW, Right.INSPECT)
            .writtenOnce()
            .contactsKeptFor("breakroom.contactKeepYears")
            .attachments(Stream.concat(Stream.of(PHOTO), POINTS.stream().map(Checks::photoOf))
                    .toArray(String[]::new))
            .check(Checks::check)
            .onCreated(Checks::entered)
            .build();

    /** In which states of the room a check of a level makes sense. */
    private static final Map<CheckLevel, Set<RoomState>> WHEN = Map.of(
            CheckLevel.SELF, EnumSet.of(RoomState.UNDER_WORK, RoomState.READY, RoomState.PLAQUED, RoomState.RECTIFY),
            CheckLevel.GENERAL, EnumSet.of(RoomState.READY, RoomState.PLAQUED, RoomState.RECTIFY),
            CheckLevel.SPOT, EnumSet.of(RoomState.PLAQUED));

    private Checks() {}

    /** The kind of a photo that shows one point. */
    public static String photoOf(String point) {
        return PHOTO + "-" + point;
    }

    /** The field that says why a point is as it is. */
    public static String remarkOf(String point) {
        return point + "Remark";
    }

    private static Field<SixPointCheck, CheckResult> point(
            String name,
            java.util.function.Function<SixPointCheck, CheckResult> get,
            java.util.function.BiConsumer<SixPointCheck, CheckResult> set) {
        return Field.choice(name, CheckResult.class, get, set)
                .required("BR-CHECK-INCOMPLETE")
                .listed();
    }

    private static Field<SixPointCheck, String> remark(
            String name,
            java.util.function.Function<SixPointCheck, String> get,
            java.util.function.BiConsumer<SixPointCheck, String> set) {
        return Field.text(name, get, set).max(200);
    }

    private static List<Violation> check(SixPointCheck check, RecordContext context) {
        List<Violation> found = new ArrayList<>();
        if (check.getLevel() != null && !mayCheck(check.getLevel(), context.caller())) {
            found.add(Violation.of("CORE-FORBIDDEN", "level"));
        }
        if (check.getDate() != null && check.getDate().isAfter(context.today())) {
            found.add(Violation.of("BR-CHECK-DATE", "date"));
        }
        Optional<BreakRoom> room = context.find(Rooms.TYPE, check.getRoom());
        if (check.getLevel() != null
                && room.filter(r -> WHEN.get(check.getLevel()).contains(r.state()))
                        .isEmpty()) {
            found.add(Violation.of("BR-STATE", "level"));
        }
        return found;
    }

    /** As what the caller may enter a check of a room in this state, by the check's own rules. */
    public static List<CheckLevel> levels(RoomState room, Caller caller) {
        return Arrays.stream(CheckLevel.values())
                .filter(level -> WHEN.get(level).contains(room) && mayCheck(level, caller))
                .toList();
    }

    /** The owner unit checks itself, its second-level union in general, the city's inspectors unannounced. */
    private static boolean mayCheck(CheckLevel level, Caller caller) {
        boolean city = caller.organisation().type() == OrgType.CITY;
        return caller.system()
                || switch (level) {
                    case SELF -> caller.may(PROGRAMME, Right.SUBMIT);
                    case GENERAL -> caller.organisation().secondLevel() && caller.may(PROGRAMME, Right.INSPECT);
                    case SPOT -> city && caller.may(PROGRAMME, Right.INSPECT);
                };
    }

    private static void entered(SixPointCheck check, RecordContext context) {
        if (check.getLevel() == CheckLevel.SPOT) {
            SampledRooms.settle(check, context);
        }
        context.find(Rooms.TYPE, check.getRoom()).ifPresent(room -> {
            room.setChecksDone(room.getChecksDone() + 1);
            if (!check.passed()) {
                room.setChecksFailed(room.getChecksFailed() + 1);
            }
        });
    }

    /** The latest check of these levels; empty: none yet. */
    public static Optional<SixPointCheck> latest(RecordContext context, UUID room, CheckLevel... levels) {
        Set<CheckLevel> wanted = EnumSet.copyOf(List.of(levels));
        return context.parts(TYPE, room).stream()
                .filter(check -> wanted.contains(check.getLevel()))
                .max(Comparator.comparing(SixPointCheck::getDate)
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
