package org.shishi.testbed.reminders;

import org.shishi.api.programme.Programme;
import org.shishi.api.programme.ProgrammeDescriptor;

/** Without records or pages: it only owes. Runs inside the product, in a jar made by {@link RemindersJar}. */
public final class RemindersProgramme implements Programme {

    @Override
    public ProgrammeDescriptor describe() {
        return ProgrammeDescriptor.of(RemindersJar.ID, null)
                .menu("vaadin:bell", 99)
                .build();
    }
}
