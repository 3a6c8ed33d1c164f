package org.shishi.shell.layout;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.live.ProgrammePlace;

/**
 * The programme year a page is about. It stands in the address: as the first part on programme pages, as {@code year}
 * behind the question mark elsewhere, left out when it is the usual one.
 */
public final class Years {

    public static final String PARAMETER = "year";

    private final LiveProgrammes programmes;
    private final Clock clock;

    public Years(LiveProgrammes programmes, Clock clock) {
        this.programmes = programmes;
        this.clock = clock;
    }

    /** Newest first; the usual one is always among them. */
    public List<Integer> offered() {
        List<Integer> live = programmes.years();
        return live.isEmpty() ? List.of(thisYear()) : live;
    }

    /** This year's programmes if there are any, else the newest. */
    public int usual() {
        List<Integer> live = programmes.years();
        return live.isEmpty() || live.contains(thisYear()) ? thisYear() : live.getFirst();
    }

    public int of(Location location) {
        return ProgrammePlace.in(location)
                .map(ProgrammePlace::year)
                .or(() -> location.getQueryParameters()
                        .getSingleParameter(PARAMETER)
                        .flatMap(Years::year))
                .orElseGet(this::usual);
    }

    /** For links to the platform's own pages. */
    public QueryParameters query(int year) {
        return year == usual() ? QueryParameters.empty() : QueryParameters.of(PARAMETER, Integer.toString(year));
    }

    /** The same page with its other conditions, in another year. */
    QueryParameters query(Location location, int year) {
        Map<String, List<String>> all =
                new HashMap<>(location.getQueryParameters().getParameters());
        all.remove(PARAMETER);
        if (year != usual()) {
            all.put(PARAMETER, List.of(Integer.toString(year)));
        }
        return new QueryParameters(all);
    }

    private static Optional<Integer> year(String text) {
        return text.matches("[0-9]{4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private int thisYear() {
        return LocalDate.now(clock).getYear();
    }
}
