package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.Visibility;

/** Who can see a record, and why; for administrators and auditors. */
@Component(service = Resource.class)
public final class VisibilityResource implements Resource {

    private final Visibility visibility;

    @Activate
    public VisibilityResource(@Reference Visibility visibility) {
        this.visibility = visibility;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.of(
                        "GET",
                        "/visibility/{programme}/{year}/{records}/{id}",
                        "Who can see a record, and why",
                        this::explain)
                .described(d -> d.answers(200, "Visibility")));
    }

    private Reply explain(Exchange exchange) {
        Visibility.Answer answer = visibility.explain(
                exchange.caller(),
                exchange.path("programme"),
                exchange.year(),
                exchange.path("records"),
                exchange.id("id"));
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("record", answer.record().toString());
        plain.put("owner", answer.owner().toString());
        plain.put("ownerName", answer.ownerName());
        plain.put("way", answer.way());
        plain.put("more", answer.more());
        plain.put(
                "reasons",
                answer.reasons().stream().map(VisibilityResource::plain).toList());
        return Reply.ok(plain);
    }

    private static Map<String, Object> plain(Visibility.Reason reason) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("account", reason.account().toString());
        plain.put("userName", reason.userName());
        plain.put("name", reason.displayName());
        plain.put("role", reason.role().name());
        plain.put("programme", reason.programmeId());
        plain.put("organisation", reason.organisation().toString());
        plain.put("organisationName", reason.organisationName());
        plain.put("own", reason.own());
        plain.put("deputyFor", reason.deputyFor());
        plain.put("unmasked", reason.unmasked());
        return plain;
    }
}
