package org.shishi.programme.breakroom.job;

import org.shishi.api.job.JobContext;
import org.shishi.api.programme.EditionState;
import org.shishi.api.programme.ProgrammeContext;

/** Whether people are to be reminded: of a year that is prepared or closed nothing can be handed in. */
final class Season {

    private Season() {}

    static boolean open(ProgrammeContext programme, JobContext run) {
        boolean open = programme.edition().state() == EditionState.PUBLISHED;
        if (!open) {
            run.log(programme.texts().get("job.log.season", programme.year()));
        }
        return open;
    }
}
