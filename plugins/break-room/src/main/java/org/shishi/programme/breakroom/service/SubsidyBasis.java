package org.shishi.programme.breakroom.service;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.Seals;
import org.shishi.api.record.Sensitivity;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.RoomSubsidy;

/** What a subsidy rests on, sealed when the city approves it (K-12, R-1.3): who gets it, by which numbers, how much. */
public final class SubsidyBasis {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Persons of the seal whose names are masked wherever they are shown. */
    private static final String CONTACT = "pointContact";

    private SubsidyBasis() {}

    public static Seals.Basis of(RoomSubsidy subsidy, BreakRoom room, ProgrammeContext programme) {
        return new Seals.Basis(
                programme.objectName(Subsidies.TYPE, subsidy.id()),
                "R-1.3",
                calculatedOn(subsidy),
                List.of(Subsidies.PER_ROOM),
                Map.of("amountFen", subsidy.getAmountFen()),
                persons(room));
    }

    /** The amount was the edition's when it was calculated, whatever was decided about that day since. */
    public static Map<String, Object> used(RoomSubsidy subsidy) {
        return Map.of(Subsidies.PER_ROOM, subsidy.getAmountFen());
    }

    /** What the numbers of the day of calculation give now, where that is another amount; empty: the same, or none. */
    public static Optional<Long> revised(RoomSubsidy subsidy, ProgrammeContext programme) {
        return programme
                .edition()
                .on(calculatedOn(subsidy))
                .value(Subsidies.PER_ROOM)
                .map(Long.class::cast)
                .filter(fen -> !fen.equals(subsidy.getAmountFen()));
    }

    /** The numbers of the day on which it was calculated counted. */
    private static LocalDate calculatedOn(RoomSubsidy subsidy) {
        return subsidy.head().createdAt().atZone(SHANGHAI).toLocalDate();
    }

    /** What is known of those concerned, by the names of the room's fields. */
    public static Map<String, String> persons(BreakRoom room) {
        Map<String, String> persons = new LinkedHashMap<>();
        persons.put("name", room.getName());
        persons.put("ownerUnit", room.getOwnerUnit());
        persons.put(CONTACT, room.getPointContact());
        return persons;
    }

    /** As it may be shown. */
    public static String shown(String person, String value) {
        return CONTACT.equals(person) ? Sensitivity.NAME.mask(value) : value;
    }
}
