package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.organisation.LocalProgrammeItem;
import org.shishi.api.organisation.Unit;
import org.shishi.api.organisation.UnitKind;
import org.shishi.api.platform.LocalProgrammes;
import org.shishi.api.platform.Units;

/** Enterprises, schools, associations and partners; own-level lists of second-level unions. */
@Component(service = Resource.class)
public final class UnitResource implements Resource {

    private static final String ONE = "/units/{id}";
    private static final String LISTS = "/local-programmes";

    private final Units units;
    private final LocalProgrammes lists;

    @Activate
    public UnitResource(@Reference Units units, @Reference LocalProgrammes lists) {
        this.units = units;
        this.lists = lists;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/units", "By name; after pages on", this::list).described(d -> d.query("q", "string")
                        .query("kind", "string")
                        .query("organisation", "string")
                        .query("after", "string")
                        .query("limit", "integer")
                        .answers(200, "Units")),
                Route.of("GET", ONE, "One", this::get).described(d -> d.answers(200, "Unit")),
                Route.of("POST", "/units", "A new one", this::create)
                        .described(d -> d.takes("Unit").answers(201, "Unit")),
                Route.of("PUT", ONE, "Change it, with the version that was read", this::update)
                        .described(d -> d.takes("Unit").answers(200, "Unit")),
                Route.of("GET", LISTS, "Own-level lists of a year within the caller's scope", this::items)
                        .described(d -> d.query("year", "integer")
                                .query("organisation", "string")
                                .answers(200, "LocalProgrammes")),
                Route.of("POST", LISTS, "A new or (with id and version) changed line of the own list", this::save)
                        .described(d -> d.takes("LocalProgramme").answers(200, "LocalProgramme")),
                Route.of("DELETE", LISTS + "/{id}", "Take a line out", this::remove)
                        .described(d -> d.answers(204, null)));
    }

    private Reply list(Exchange exchange) {
        int limit = exchange.number("limit", 50, 1, 500);
        Map<String, UnitKind> kinds = new LinkedHashMap<>();
        for (UnitKind kind : UnitKind.values()) {
            kinds.put(kind.name(), kind);
        }
        List<Unit> page = units.list(
                exchange.caller(),
                exchange.query("q").orElse(null),
                exchange.choice("kind", null, kinds),
                OrganisationJson.id(exchange.query("organisation").orElse(null), "organisation"),
                OrganisationJson.id(exchange.query("after").orElse(null), "after"),
                limit);
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("items", page.stream().map(OrganisationJson::plain).toList());
        plain.put("next", page.size() < limit ? null : page.getLast().id().toString());
        return Reply.ok(plain);
    }

    private Reply get(Exchange exchange) {
        return Reply.ok(OrganisationJson.plain(units.get(exchange.caller(), exchange.id("id"))));
    }

    private Reply create(Exchange exchange) {
        Unit made = units.create(exchange.caller(), OrganisationJson.unit(exchange.json(), null));
        return Reply.json(201, OrganisationJson.plain(made)).with("Location", "/api/v1/units/" + made.id());
    }

    private Reply update(Exchange exchange) {
        return Reply.ok(OrganisationJson.plain(
                units.update(exchange.caller(), OrganisationJson.unit(exchange.json(), exchange.id("id")))));
    }

    private Reply items(Exchange exchange) {
        return Reply.ok(lists
                .list(
                        exchange.caller(),
                        OrganisationJson.id(exchange.query("organisation").orElse(null), "organisation"),
                        exchange.number("year", 0, 0, 9999))
                .stream()
                .map(UnitResource::plain)
                .toList());
    }

    private Reply save(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        return Reply.ok(plain(lists.save(
                exchange.caller(),
                new LocalProgrammeItem(
                        OrganisationJson.id(Json.text(body, "id"), "id"),
                        OrganisationJson.id(Json.text(body, "organisation"), "organisation"),
                        body.get("year") instanceof Number year ? year.intValue() : 0,
                        Json.text(body, "title"),
                        body.get("budgetFen") instanceof Number fen ? Long.valueOf(fen.longValue()) : null,
                        body.get("version") instanceof Number version ? version.longValue() : 0))));
    }

    private Reply remove(Exchange exchange) {
        lists.remove(exchange.caller(), exchange.id("id"));
        return Reply.noContent();
    }

    private static Map<String, Object> plain(LocalProgrammeItem item) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", item.id().toString());
        plain.put("organisation", item.organisationId().toString());
        plain.put("year", item.year());
        plain.put("title", item.title());
        plain.put("budgetFen", item.budgetFen());
        plain.put("version", item.version());
        return plain;
    }
}
