package org.shishi.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.OrganisationHistory;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.OrganisationAdmin;
import org.shishi.api.rule.RefusedException;

/** The tree: looked through and searched within the caller's scope, changed by its administrators. */
@Component(service = Resource.class)
public final class OrganisationResource implements Resource {

    private static final String ALL = "/organisations";
    private static final String ONE = ALL + "/{id}";
    private static final int MOST = 500;

    private final Organisations organisations;
    private final OrganisationHistory history;
    private final OrganisationAdmin admin;

    @Activate
    public OrganisationResource(
            @Reference Organisations organisations,
            @Reference OrganisationHistory history,
            @Reference OrganisationAdmin admin) {
        this.organisations = organisations;
        this.history = history;
        this.admin = admin;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                                "GET",
                                ALL,
                                "Search by name, alias, pinyin initials or code; or ?parent= lists below",
                                this::list)
                        .described(d -> d.query("q", "string")
                                .query("parent", "string")
                                .query("limit", "integer")
                                .answers(200, "Organisations")),
                Route.of("GET", ONE, "One; with ?day= as it was on that day", this::get)
                        .described(d -> d.query("day", "string").answers(200, "Organisation")),
                Route.of("GET", ONE + "/history", "What happened to it, newest first", this::events)
                        .described(d -> d.answers(200, "OrganisationEvents")),
                Route.of("POST", ALL, "A new one", this::create)
                        .described(d -> d.takes("Organisation").answers(201, "Organisation")),
                Route.of("PUT", ONE, "Correct it, as if it had always been so", this::update)
                        .described(d -> d.takes("Organisation").answers(200, "Organisation")),
                Route.of("POST", ONE + "/plan", "What a change would do; saves nothing", this::plan)
                        .described(d -> d.takes("OrganisationChange").answers(200, "OrganisationPlan")),
                Route.of("POST", ONE + "/apply", "Do what was planned, with the plan's token", this::apply)
                        .described(d -> d.takes("OrganisationChange").answers(200, "Organisation")));
    }

    private Reply list(Exchange exchange) {
        Caller caller = exchange.caller();
        int limit = exchange.number("limit", 50, 1, MOST);
        UUID parent = OrganisationJson.id(exchange.query("parent").orElse(null), "parent");
        List<Organisation> found = parent == null
                ? organisations.search(caller, exchange.query("q").orElse(""), limit)
                : organisations.children(above(caller, parent).id()).stream()
                        .limit(limit)
                        .toList();
        return Reply.ok(
                Map.of("items", found.stream().map(OrganisationJson::plain).toList()));
    }

    private Reply get(Exchange exchange) {
        Organisation now = seen(exchange.caller(), exchange.id("id"));
        LocalDate day = OrganisationJson.day(exchange.query("day").orElse(null));
        return Reply.ok(OrganisationJson.plain(
                day == null ? now : history.byId(now.id(), day).orElseThrow()));
    }

    private Reply events(Exchange exchange) {
        return Reply.ok(history.events(exchange.caller(), exchange.id("id")).stream()
                .map(OrganisationJson::plain)
                .toList());
    }

    private Reply create(Exchange exchange) {
        Organisation made = admin.create(exchange.caller(), OrganisationJson.read(exchange.json(), null));
        return Reply.json(201, OrganisationJson.plain(made)).with("Location", "/api/v1" + ALL + "/" + made.id());
    }

    private Reply update(Exchange exchange) {
        return Reply.ok(OrganisationJson.plain(
                admin.update(exchange.caller(), OrganisationJson.read(exchange.json(), exchange.id("id")))));
    }

    private Reply plan(Exchange exchange) {
        return Reply.ok(OrganisationJson.plain(
                admin.plan(exchange.caller(), OrganisationJson.change(exchange.json(), exchange.id("id")))));
    }

    private Reply apply(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        return Reply.ok(OrganisationJson.plain(admin.apply(
                exchange.caller(), OrganisationJson.change(body, exchange.id("id")), Json.text(body, "token"))));
    }

    /** One whose subordinates the caller sees: what a search finds, and no more. */
    private Organisation above(Caller caller, UUID id) {
        Organisation body = seen(caller, id);
        Organisation own = organisations.byId(caller.organisation().id()).orElse(caller.organisation());
        boolean below = caller.mayAnywhere(Right.PLATFORM)
                || caller.roles().keySet().stream().anyMatch(caller::seesDescendants);
        if (!below || !body.within(own)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        return body;
    }

    /** The caller's own, those below it and those above it: names of one's superiors are no secret. */
    private Organisation seen(Caller caller, UUID id) {
        Organisation body = organisations.byId(id).orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
        Organisation own = organisations.byId(caller.organisation().id()).orElse(caller.organisation());
        if (!body.within(own) && !own.within(body)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        return body;
    }
}
