package org.shishi.rest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.DeadlineCentre;

/** A person's deadlines for calendar programs: the secret in the address is all they can send. */
@Component(service = Resource.class)
public final class CalendarResource implements Resource {

    private static final String SUFFIX = ".ics";

    private final DeadlineCentre centre;
    private final CoreTexts texts;
    private final Clock clock;

    @Activate
    public CalendarResource(@Reference DeadlineCentre centre, @Reference CoreTexts texts, @Reference Clock clock) {
        this.centre = centre;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.open(
                "GET", "/calendar/{secret}", "Open deadlines as iCalendar (the address ends in .ics)", this::feed));
    }

    private Reply feed(Exchange exchange) {
        String file = exchange.path("secret");
        Optional<DeadlineCentre.Feed> feed = file.endsWith(SUFFIX)
                ? centre.feed(file.substring(0, file.length() - SUFFIX.length()))
                : Optional.empty();
        return feed.map(found -> {
                    byte[] calendar = new Calendar(
                                    texts.get("calendar.name").in(found.locale()), found.locale(), clock.instant())
                            .of(found.items())
                            .getBytes(StandardCharsets.UTF_8);
                    return new Reply(200, Map.of(), "text/calendar", out -> out.write(calendar));
                })
                .orElseGet(() -> Problems.of(404, "Not found", "没有这个日历地址，或它已被停用"));
    }
}
