package org.shishi.core.record;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.programme.ProgrammeContext;

/** Which programmes and years are open for work now. */
@Component(service = LiveYears.class)
public final class LiveYears {

    private final List<LiveProgramme> live = new CopyOnWriteArrayList<>();

    /** They come and go while this stays, which a constructor cannot follow. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindProgramme(LiveProgramme programme) {
        live.add(programme);
    }

    void unbindProgramme(LiveProgramme programme) {
        live.remove(programme);
    }

    public List<LiveProgramme> all() {
        return List.copyOf(live);
    }

    public boolean has(String programmeId, int year) {
        return find(programmeId, year).isPresent();
    }

    public Optional<LiveProgramme> find(String programmeId, int year) {
        return live.stream()
                .filter(programme -> programme.descriptor().id().equals(programmeId)
                        && programme.context().year() == year)
                .findFirst();
    }

    /** Its context while it is open. */
    public Optional<ProgrammeContext> context(String programmeId, int year) {
        return find(programmeId, year).map(LiveProgramme::context);
    }
}
