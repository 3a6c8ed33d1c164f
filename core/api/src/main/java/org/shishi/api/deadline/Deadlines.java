package org.shishi.api.deadline;

import java.time.LocalDate;
import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.programme.ProgrammeContext;

/**
 * Deadlines and their reminders. An OSGi service; thread-safe.
 *
 * <p>Reminders follow R-C.9 and the parameters {@code core.reminder.*}; each goes out exactly once per type, object,
 * recipient and day, however often and on however many nodes it is asked for. Days missed while the platform was off are
 * made up by one reminder.
 */
@ProviderType
public interface Deadlines {

    /**
     * Says which deadlines of a type are open now. Those published before and missing here are done: nothing more is sent
     * for them. Reminders due on {@code today} (or missed since the last call) are sent to the owing organisation, with
     * a copy to its superior from the reminder of the third overdue day on.
     *
     * <p>The first call for a type has missed nothing; nothing is sent for a HARD deadline once its day is over. Call it
     * also when nothing is open.
     *
     * @return how many people were reminded
     * @throws org.shishi.api.rule.RefusedException {@code CORE-CAL-MISSING} for a year without calendar data
     */
    int publish(ProgrammeContext programme, String type, Collection<Deadline> open, LocalDate today);
}
