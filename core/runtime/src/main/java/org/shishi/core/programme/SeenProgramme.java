package org.shishi.core.programme;

import java.time.Instant;
import org.osgi.framework.Bundle;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.text.Text;

/**
 * A programme's bundle as it stands at one moment.
 *
 * @param settled nothing more will happen by itself
 * @param reason why it does not run; null while all is well
 * @param title null while it is not open
 */
public record SeenProgramme(
        Bundle bundle,
        ProgrammeIdentity identity,
        ProgrammeStatus.State state,
        boolean settled,
        Text reason,
        Instant since,
        Text title) {

    static SeenProgramme of(Place place) {
        Place.Standing standing = place.standing();
        OpenProgramme open = place.open();
        return new SeenProgramme(
                place.bundle(),
                place.identity(),
                standing.state(),
                standing.settled(),
                standing.reason(),
                standing.since(),
                open == null ? null : open.title());
    }

    public boolean running() {
        return state == ProgrammeStatus.State.RUNNING;
    }
}
