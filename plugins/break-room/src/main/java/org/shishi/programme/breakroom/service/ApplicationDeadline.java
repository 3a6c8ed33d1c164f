package org.shishi.programme.breakroom.service;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.RecordContext;
import org.shishi.programme.breakroom.model.BreakRoom;

/**
 * The last day for declaring rooms, SOFT: what comes later is accepted and flagged. The notice gives none ([U]); the city
 * may give one second-level union longer (K-8).
 */
public final class ApplicationDeadline {

    private static final String NAME = "breakroom.applicationDeadline";

    private ApplicationDeadline() {}

    /** As it stands for a second-level union; empty: nobody has set one. */
    public static Optional<LocalDate> of(ProgrammeContext programme, UUID secondLevel) {
        return Optional.ofNullable(programme.edition().window(NAME, secondLevel).to());
    }

    /** Says of a room that is declared now whether it comes late. */
    public static void flag(BreakRoom room, RecordContext context) {
        Optional<LocalDate> last =
                context.secondLevelOf(room.head().ownerOrg()).flatMap(union -> of(context.programme(), union.id()));
        room.setLate(last.filter(day -> context.today().isAfter(day)).isPresent());
    }
}
