package org.shishi.programme.breakroom.service;

import java.util.List;
import org.shishi.api.people.Phone;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordContext;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;
import org.shishi.api.rule.Violation;
import org.shishi.programme.breakroom.flow.RoomFlow;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.FacilityTag;
import org.shishi.programme.breakroom.model.IndustryGroup;
import org.shishi.programme.breakroom.model.ProjectKind;
import org.shishi.programme.breakroom.rule.SheetRow;
import org.shishi.programme.breakroom.rule.SheetRules;
import org.shishi.programme.breakroom.rule.UniquenessRules;

/** The rows of form A2-1-1. */
public final class Rooms {

    private static final String MISSING = "BR-ROW-MISSING";

    public static final RecordType<BreakRoom> TYPE = RecordType.of("rooms", BreakRoom.class, BreakRoom::new)
            .title(BreakRoom::name)
            .icon("vaadin:home")
            .field(Field.text("name", BreakRoom::name, BreakRoom::name)
                    .required(MISSING)
                    .max(100)
                    .listed()
                    .searched()
                    .sorted()
                    .in("place"))
            .field(Field.district("district", BreakRoom::district, BreakRoom::district)
                    .required(MISSING)
                    .listed()
                    .filtered()
                    .sorted()
                    .in("place"))
            .field(Field.text("street", BreakRoom::street, BreakRoom::street)
                    .required(MISSING)
                    .max(50)
                    .listed()
                    .in("place"))
            .field(Field.text("addressDetail", BreakRoom::addressDetail, BreakRoom::addressDetail)
                    .required(MISSING)
                    .max(200)
                    .in("place"))
            .field(Field.text("pointContact", BreakRoom::pointContact, BreakRoom::pointContact)
                    .required(MISSING)
                    .max(50)
                    .sensitive(Sensitivity.NAME)
                    .in("contact"))
            .field(Field.text("pointMobile", BreakRoom::pointMobile, BreakRoom::pointMobile)
                    .required(MISSING)
                    .sensitive(Sensitivity.MOBILE)
                    .in("contact"))
            .field(Field.text("ownerUnit", BreakRoom::ownerUnit, BreakRoom::ownerUnit)
                    .required(MISSING)
                    .max(200)
                    .listed()
                    .searched()
                    .in("contact"))
            .field(Field.decimal("areaM2", BreakRoom::areaM2, BreakRoom::areaM2)
                    .required(MISSING)
                    .sorted()
                    .in("plan"))
            .field(Field.longText("facilities", BreakRoom::facilities, BreakRoom::facilities)
                    .required(MISSING)
                    .max(1000)
                    .in("plan"))
            .field(Field.tags("facilityTags", FacilityTag.class, BreakRoom::facilityTags, BreakRoom::facilityTags)
                    .path("tags")
                    .in("plan"))
            .field(Field.integer("coveredUnits", BreakRoom::coveredUnits, BreakRoom::coveredUnits)
                    .required(MISSING)
                    .in("plan"))
            .field(Field.money("plannedFen", BreakRoom::plannedFen, BreakRoom::plannedFen)
                    .required(MISSING)
                    .listed()
                    .sorted()
                    .in("plan"))
            .field(Field.choice("projectKind", ProjectKind.class, BreakRoom::projectKind, BreakRoom::projectKind)
                    .required(MISSING)
                    .listed()
                    .filtered()
                    .in("plan"))
            .field(Field.choice(
                            "industryGroup", IndustryGroup.class, BreakRoom::industryGroup, BreakRoom::industryGroup)
                    .required(MISSING)
                    .filtered()
                    .in("plan"))
            .field(Field.money("matchingFen", BreakRoom::matchingFen, BreakRoom::matchingFen)
                    .in("plan"))
            .field(Field.money("unitFen", BreakRoom::unitFen, BreakRoom::unitFen)
                    .in("plan"))
            .field(Field.bool("separateArea", BreakRoom::separateArea, BreakRoom::separateArea)
                    .in("acceptance"))
            .field(Field.bool("ventilated", BreakRoom::ventilated, BreakRoom::ventilated)
                    .in("acceptance"))
            .field(Field.reference("sheet", BreakRoom::sheet, BreakRoom::sheet).internal())
            .field(Field.integer("checksDone", BreakRoom::checksDone, BreakRoom::checksDone)
                    .internal()
                    .in("acceptance"))
            .field(Field.integer("checksFailed", BreakRoom::checksFailed, BreakRoom::checksFailed)
                    .internal()
                    .in("acceptance"))
            .field(Field.money("subsidyFen", BreakRoom::subsidyFen, BreakRoom::subsidyFen)
                    .internal()
                    .in("acceptance"))
            .workflow(RoomFlow.FLOW)
            .attachments("plan", "photo", "STAMPED")
            .prepare(Rooms::prepare)
            .check(Rooms::check)
            .key(UniquenessRules::key, Rooms::conflicts)
            .build();

    private Rooms() {}

    private static void prepare(BreakRoom room) {
        if (room.pointMobile() != null) {
            room.pointMobile(Phone.normalise(room.pointMobile()));
        }
        if (room.facilityTags().isEmpty()) {
            room.facilityTags(FacilityTag.in(room.facilities()));
        }
        room.checksDone(room.checksDone() == null ? 0 : room.checksDone());
        room.checksFailed(room.checksFailed() == null ? 0 : room.checksFailed());
    }

    private static List<Violation> check(BreakRoom room, RecordContext context) {
        return SheetRules.row(SheetRow.of(room));
    }

    private static List<Violation> conflicts(BreakRoom room, List<Integer> years, RecordContext context) {
        return UniquenessRules.conflicts(context.programme().year(), room.projectKind(), years);
    }
}
