package org.shishi.programme.breakroom.rule;

import java.math.BigDecimal;
import org.shishi.api.organisation.District;
import org.shishi.api.people.Mask;
import org.shishi.api.rule.Input;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.IndustryGroup;
import org.shishi.programme.breakroom.model.ProjectKind;

/**
 * A row of form A2-1-1 as reads it. Every cell may be empty: the rule itself answers {@code BR-ROW-MISSING}.
 *
 * @param district six-digit code of RD-2
 */
public record SheetRow(
        String name,
        @Input(unchecked = true, offers = District.class) String district,
        String street,
        String addressDetail,
        @Input(personal = true) String pointContact,
        @Input(personal = true) String pointMobile,
        String ownerUnit,
        @Input(unchecked = true) BigDecimal areaM2,
        String facilities,
        @Input(unchecked = true) Integer coveredUnits,
        @Input(unchecked = true) Long plannedFen,
        @Input(unchecked = true) ProjectKind projectKind,
        @Input(unchecked = true) IndustryGroup industryGroup,
        @Input(required = false, unchecked = true) Long matchingFen,
        @Input(required = false, unchecked = true) Long unitFen) {

    /** Without the contact. */
    @Override
    public String toString() {
        return "SheetRow[" + name + " " + Mask.name(pointContact) + "]";
    }

    public static SheetRow of(BreakRoom room) {
        return new SheetRow(
                room.getName(),
                room.getDistrict() == null ? null : room.getDistrict().code(),
                room.getStreet(),
                room.getAddressDetail(),
                room.getPointContact(),
                room.getPointMobile(),
                room.getOwnerUnit(),
                room.getAreaM2(),
                room.getFacilities(),
                room.getCoveredUnits(),
                room.getPlannedFen(),
                room.getProjectKind(),
                room.getIndustryGroup(),
                room.getMatchingFen(),
                room.getUnitFen());
    }
}
