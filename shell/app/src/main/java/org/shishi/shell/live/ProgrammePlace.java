package org.shishi.shell.live;

import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Optional;

/** The programme an address belongs to: {@code 2026/basket/…}, whatever is there at the moment. */
public record ProgrammePlace(String id, int year) {

    /** Begins the address of the page that says that a programme is away. */
    public static final String OFFLINE = "offline";

    public static Optional<ProgrammePlace> in(Location location) {
        List<String> parts = location.getSegments();
        int start = OFFLINE.equals(parts.getFirst()) ? 1 : 0;
        if (parts.size() < start + 2 || !parts.get(start).matches("[0-9]{4}")) {
            return Optional.empty();
        }
        String id = parts.get(start + 1);
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProgrammePlace(id, Integer.parseInt(parts.get(start))));
    }
}
