package org.shishi.shell.page;

import com.vaadin.flow.router.Location;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.text.Texts;
import org.shishi.kit.component.RefusalWords;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.live.ProgrammePlace;

/** Puts refusals into words: those of the programme at whose address one is, else the core's. */
@Component(service = Refusals.class)
public final class Refusals {

    private final CoreTexts core;
    private final LiveProgrammes programmes;

    @Activate
    public Refusals(@Reference CoreTexts core, @Reference LiveProgrammes programmes) {
        this.core = core;
        this.programmes = programmes;
    }

    public RefusalWords words(Location location) {
        Texts owner = ProgrammePlace.in(location)
                .flatMap(place -> programmes.find(place.id(), place.year()))
                .map(programme -> programme.context().texts())
                .orElse(null);
        return violations -> violations.stream()
                .map(violation -> core.message(violation, owner).in(Messages.locale()))
                .distinct()
                .toList();
    }

    /** For the platform's own pages. */
    public RefusalWords words() {
        return words(new Location(List.of("")));
    }
}
