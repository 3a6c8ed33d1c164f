package org.shishi.rest;

import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.LiveProgramme;

/** The records of every live programme, by their descriptors. */
@Component(service = Resource.class)
public final class RecordResource implements Resource {

    private static final String LIST = "/{year}/{programme}/{records}";
    private static final String ONE = LIST + "/{id}";

    private final Live live;
    private final Refusals refusals;

    @Activate
    public RecordResource(@Reference Live live, @Reference Refusals refusals) {
        this.live = live;
        this.refusals = refusals;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route("GET", LIST, "A page of records, by key", Target::list).described(d -> d.query("limit", "integer")
                        .query("after", "string")
                        .query("before", "string")
                        .query("sort", "string")
                        .filtered()
                        .answers(200, Described.PAGE)),
                route("POST", LIST, "Create a record", Target::create)
                        .described(d -> d.takes(Described.RECORD).answers(201, Described.RECORD)),
                route("POST", LIST + "/transitions", "Move several records on", Target::batch)
                        .described(d -> d.takes("Transitions").answers(200, "TransitionsDone")),
                route("GET", ONE, "A record, with ETag and the actions open to the caller", Target::get)
                        .described(d -> d.answers(200, Described.RECORD)),
                route("PUT", ONE, "Change a record; needs If-Match", Target::update)
                        .described(d -> d.takes(Described.CHANGE).answers(200, Described.RECORD)),
                route("POST", ONE + "/transitions", "Move a record on", Target::transition)
                        .described(d -> d.takes("Transition").answers(200, Described.RECORD)),
                route("GET", ONE + "/history", "What happened to a record", Target::history)
                        .described(d -> d.answers(200, "History")),
                Route.of("GET", ONE + "/parts/{part}", "Parts of a record", this::parts)
                        .described(d -> d.answers(200, "Parts")));
    }

    private Route route(String method, String template, String summary, Function<Target<?>, Reply> work) {
        return Route.of(method, template, summary, exchange -> work.apply(target(exchange, exchange.path("records"))));
    }

    private Target<?> target(Exchange exchange, String records) {
        LiveProgramme programme = live.get(exchange.path("programme"), exchange.year());
        return Target.of(exchange, programme, records, refusals);
    }

    private Reply parts(Exchange exchange) {
        return target(exchange, exchange.path("part")).partsOf(exchange.id("id"));
    }
}
