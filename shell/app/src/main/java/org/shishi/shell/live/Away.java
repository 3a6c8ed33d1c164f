package org.shishi.shell.live;

import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.text.Text;

/** What is known of programmes that are not running. */
@Component(service = Away.class)
public final class Away {

    /**
     * @param since null: not known
     * @param removed uninstalled: it comes back only when it is installed again
     */
    public record Known(Text title, Instant since, boolean removed) {}

    private final LiveProgrammes programmes;
    private final ProgrammeAdmin admin;

    @Activate
    public Away(@Reference LiveProgrammes programmes, @Reference ProgrammeAdmin admin) {
        this.programmes = programmes;
        this.admin = admin;
    }

    /** Empty for one that was never here. */
    public Optional<Known> find(String id, int year) {
        Optional<Departure> departure = programmes.departure(id, year);
        Optional<ProgrammeStatus> status = admin.programmes().stream()
                .filter(s -> id.equals(s.id()) && s.year() == year)
                .findFirst();
        if (departure.isEmpty() && status.isEmpty()) {
            return Optional.empty();
        }
        Text title = departure
                .map(Departure::title)
                .or(() -> status.map(ProgrammeStatus::title))
                .orElseGet(() -> Text.same(id));
        Instant since = departure
                .map(Departure::since)
                .or(() -> status.map(ProgrammeStatus::since))
                .orElse(null);
        boolean removed =
                status.filter(s -> s.state() == ProgrammeStatus.State.REMOVED).isPresent();
        return Optional.of(new Known(title, since, removed));
    }
}
