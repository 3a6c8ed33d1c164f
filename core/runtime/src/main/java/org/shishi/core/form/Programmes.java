package org.shishi.core.form;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeOfflineException;

/** The programmes that are open now, and their forms: a step after a dry run finds them again by name. */
@Component(service = Programmes.class)
public final class Programmes {

    private final List<LiveProgramme> live = new CopyOnWriteArrayList<>();

    /** They come and go while this stays, which a constructor cannot follow. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindProgramme(LiveProgramme programme) {
        live.add(programme);
    }

    void unbindProgramme(LiveProgramme programme) {
        live.remove(programme);
    }

    ProgrammeContext context(String programmeId, int year) {
        return live.stream()
                .filter(programme -> programme.descriptor().id().equals(programmeId)
                        && programme.context().year() == year)
                .map(LiveProgramme::context)
                .findFirst()
                .orElseThrow(() -> new ProgrammeOfflineException(programmeId, year));
    }

    OfficialForm<?> form(ProgrammeContext programme, String formId) {
        return programme.descriptor().forms().stream()
                .filter(form -> form.id().equals(formId))
                .findFirst()
                .orElseThrow(() -> new ProgrammeOfflineException(programme.programmeId(), programme.year()));
    }
}
