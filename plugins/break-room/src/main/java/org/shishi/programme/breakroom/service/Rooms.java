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
            .title(BreakRoom::getName)
            .icon("vaadin:home")
            .field(Field.text("name", BreakRoom::getName, BreakRoom::setName)
                    .required(MISSING)
                    .max(100)
                    .listed()
                    .searched()
                    .sorted()
                    .in("place"))
            .field(Field.integer("seqNo", BreakRoom::getSeqNo, BreakRoom::setSeqNo)
                    .internal()
                    .listed()
                    .in("place"))
            .field(Field.district("district", BreakRoom::getDistrict, BreakRoom::setDistrict)
                    .required(MISSING)
                    .misfit("BR-DISTRICT")
                    .listed()
                    .filtered()
                    .sorted()
                    .in("place"))
            .field(Field.text("street", BreakRoom::getStreet, BreakRoom::setStreet)
                    .required(MISSING)
                    .max(50)
                    .listed()
                    .in("place"))
            .field(Field.text("addressDetail", BreakRoom::getAddressDetail, BreakRoom::setAddressDetail)
                    .required(MISSING)
                    .max(200)
                    .in("place"))
            .field(Field.text("pointContact", BreakRoom::getPointContact, BreakRoom::setPointContact)
                    .required(MISSING)
                    .max(50)
                    .sensitive(Sensitivity.NAME)
                    .in("contact"))
            .field(Field.text("pointMobile", BreakRoom::getPointMobile, BreakRoom::setPointMobile)
                    .required(MISSING)
                    .sensitive(Sensitivity.MOBILE)
                    .in("contact"))
            .field(Field.text("ownerUnit", BreakRoom::getOwnerUnit, BreakRoom::setOwnerUnit)
                    .required(MISSING)
                    .max(200)
                    .listed()
                    .searched()
                    .in("contact"))
            .field(Field.decimal("areaM2", BreakRoom::getAreaM2, BreakRoom::setAreaM2)
                    .required(MISSING)
                    .digits(6, 2)
                    .sorted()
                    .in("plan"))
            .field(Field.longText("facilities", BreakRoom::getFacilities, BreakRoom::setFacilities)
                    .required(MISSING)
                    .max(1000)
                    .in("plan"))
            .field(Field.tags("facilityTags", FacilityTag.class, BreakRoom::getFacilityTags, BreakRoom::setFacilityTags)
                    .path("tags")
                    .offeredBy("breakroom.facilityTags")
                    .in("plan"))
            .field(Field.integer("coveredUnits", BreakRoom::getCoveredUnits, BreakRoom::setCoveredUnits)
                    .required(MISSING)
                    .in("plan"))
            .field(Field.money("plannedFen", BreakRoom::getPlannedFen, BreakRoom::setPlannedFen)
                    .required(MISSING)
                    .listed()
                    .sorted()
                    .in("plan"))
            .field(Field.choice("projectKind", ProjectKind.class, BreakRoom::getProjectKind, BreakRoom::setProjectKind)
                    .required(MISSING)
                    .listed()
                    .filtered()
                    .in("plan"))
            .field(Field.choice(
                            "industryGroup",
                            IndustryGroup.class,
                            BreakRoom::getIndustryGroup,
                            BreakRoom::setIndustryGroup)
                    .required(MISSING)
                    .offeredBy("breakroom.industryGroups")
                    .filtered()
                    .in("plan"))
            .field(Field.money("matchingFen", BreakRoom::getMatchingFen, BreakRoom::setMatchingFen)
                    .in("plan"))
            .field(Field.money("unitFen", BreakRoom::getUnitFen, BreakRoom::setUnitFen)
                    .in("plan"))
            .field(Field.bool("late", BreakRoom::getLate, BreakRoom::setLate)
                    .internal()
                    .filtered()
                    .in("plan"))
            .field(Field.bool("separateArea", BreakRoom::getSeparateArea, BreakRoom::setSeparateArea)
                    .in("acceptance"))
            .field(Field.bool("ventilated", BreakRoom::getVentilated, BreakRoom::setVentilated)
                    .in("acceptance"))
            .field(Field.reference("sheet", BreakRoom::getSheet, BreakRoom::setSheet)
                    .internal())
            .field(Field.integer("checksDone", BreakRoom::getChecksDone, BreakRoom::setChecksDone)
                    .internal()
                    .in("acceptance"))
            .field(Field.integer("checksFailed", BreakRoom::getChecksFailed, BreakRoom::setChecksFailed)
                    .internal()
                    .in("acceptance"))
            .field(Field.money("subsidyFen", BreakRoom::getSubsidyFen, BreakRoom::setSubsidyFen)
                    .internal()
                    .in("acceptance"))
            .workflow(RoomFlow.FLOW)
            .attachments("plan", "photo", "STAMPED")
            .contactsKeptFor("breakroom.contactKeepYears", "STAMPED")
            .prepare(Rooms::prepare)
            .check(Rooms::check)
            .key(UniquenessRules::key, Rooms::conflicts)
            .ruleOrder("CORE-PHONE", MISSING, "BR-DISTRICT", "BR-AREA", "BR-COVER", "BR-MONEY", "BR-DUP", "BR-NOT-NEW")
            .build();

    private Rooms() {}

    private static void prepare(BreakRoom room) {
        if (room.getPointMobile() != null) {
            room.setPointMobile(Phone.normalise(room.getPointMobile()));
        }
        if (room.getFacilityTags().isEmpty()) {
            room.setFacilityTags(FacilityTag.in(room.getFacilities()));
        }
        room.setChecksDone(room.getChecksDone() == null ? 0 : room.getChecksDone());
        room.setChecksFailed(room.getChecksFailed() == null ? 0 : room.getChecksFailed());
    }

    private static List<Violation> check(BreakRoom room, RecordContext context) {
        return SheetRules.row(SheetRow.of(room));
    }

    private static List<Violation> conflicts(BreakRoom room, List<Integer> years, RecordContext context) {
        return UniquenessRules.conflicts(context.programme().year(), room.getProjectKind(), years);
    }
}
