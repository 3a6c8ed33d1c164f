package org.shishi.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.rule.RefusedException;

/** The programmes that are there now. */
@Component(service = Live.class)
public final class Live {

    private static final Comparator<LiveProgramme> ORDER = Comparator.comparing(
                    (LiveProgramme p) -> p.descriptor().id())
            .thenComparing(p -> p.context().year());

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<LiveProgramme> programmes = List.of();

    private final ProgrammeAdmin admin;

    @Activate
    public Live(@Reference ProgrammeAdmin admin) {
        this.admin = admin;
    }

    List<LiveProgramme> all() {
        return programmes.stream().sorted(ORDER).toList();
    }

    /**
     * @throws ProgrammeOfflineException when the programme is known but not there just now
     * @throws RefusedException {@code CORE-NOT-FOUND} when nobody knows it
     */
    LiveProgramme get(String id, int year) {
        return find(id, year).orElseThrow(() -> absent(id, year));
    }

    Optional<LiveProgramme> find(String id, int year) {
        return programmes.stream()
                .filter(p -> p.descriptor().id().equals(id) && p.context().year() == year)
                .findFirst();
    }

    private RuntimeException absent(String id, int year) {
        Optional<ProgrammeStatus> known = admin.programmes().stream()
                .filter(s -> id.equals(s.id()) && s.year() == year)
                .findFirst();
        boolean gone =
                known.map(s -> s.state() == ProgrammeStatus.State.REMOVED).orElse(true);
        return gone ? new RefusedException("CORE-NOT-FOUND", null) : new ProgrammeOfflineException(id, year);
    }
}
