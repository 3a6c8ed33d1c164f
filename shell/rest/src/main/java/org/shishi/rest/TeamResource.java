package org.shishi.rest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.record.Teamwork;
import org.shishi.api.record.Teamwork.Act;
import org.shishi.api.record.Teamwork.Person;
import org.shishi.api.record.Teamwork.Round;
import org.shishi.api.record.Teamwork.Signature;
import org.shishi.api.record.Teamwork.Situation;
import org.shishi.api.record.Teamwork.Waiting;
import org.shishi.api.record.TransitionRequest;

/** What people do together on a record: sign, pass on, nudge, copy, take back, send back. */
@Component(service = Resource.class)
public final class TeamResource implements Resource {

    private static final String TEAM = "/{year}/{programme}/{records}/{id}/team";
    private static final Map<String, Act> ACTS = Arrays.stream(Act.values())
            .collect(Collectors.toMap(act -> act.name().toLowerCase(Locale.ROOT), Function.identity()));

    private final Live live;
    private final Refusals refusals;

    @Activate
    public TeamResource(@Reference Live live, @Reference Refusals refusals) {
        this.live = live;
        this.refusals = refusals;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", TEAM, "Whom it waits for, signatures, and what the caller may do", this::situation)
                        .described(d -> d.answers(200, "Team")),
                Route.of("POST", TEAM, "One act; people are ids from …/team/people", this::act)
                        .described(d -> d.takes("TeamAct").answers(200, "Team")),
                Route.of("GET", TEAM + "/people", "Who may be named for an act: ?act=ask_before&q=…", this::people)
                        .described(d ->
                                d.query("act", "string").query("q", "string").answers(200, "People")));
    }

    private Teamwork team(Exchange exchange) {
        return Target.of(
                        exchange,
                        live.get(exchange.path("programme"), exchange.year()),
                        exchange.path("records"),
                        refusals)
                .records()
                .teamwork();
    }

    private Reply situation(Exchange exchange) {
        return Reply.ok(plain(team(exchange).situation(exchange.caller(), exchange.id("id"))));
    }

    private Reply people(Exchange exchange) {
        Act act = exchange.choice("act", Act.ASK_BEFORE, ACTS);
        return Reply.ok(
                team(exchange)
                        .people(
                                exchange.caller(),
                                exchange.id("id"),
                                act,
                                exchange.query("q").orElse(null),
                                200)
                        .stream()
                        .map(TeamResource::plain)
                        .toList());
    }

    private Reply act(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        Act act = ACTS.get(String.valueOf(body.get("act")));
        if (act == null) {
            throw new Json.BadRequest("'act' is one of " + ACTS.keySet());
        }
        act(exchange, team(exchange), act, body);
        return situation(exchange);
    }

    private static void act(Exchange exchange, Teamwork team, Act act, Map<String, Object> body) {
        UUID id = exchange.id("id");
        String reason = Json.text(body, "reason");
        switch (act) {
            case SIGN -> team.sign(exchange.caller(), id, agree(body), reason);
            case ASK_BEFORE -> team.askBefore(exchange.caller(), id, named(body), reason);
            case ASK_AFTER ->
                team.askAfter(
                        exchange.caller(), id, TransitionRequest.of(Json.text(body, "action"), reason), named(body));
            case PASS_ON ->
                team.passOn(
                        exchange.caller(), id, named(body).stream().findFirst().orElse(null), reason);
            case NUDGE -> team.nudge(exchange.caller(), id, reason);
            case COPY -> team.copyTo(exchange.caller(), id, named(body), reason);
            case WITHDRAW -> team.withdraw(exchange.caller(), id, reason);
            case SEND_BACK ->
                team.sendBack(exchange.caller(), id, Json.text(body, "state"), reason, Target.remarks(body));
        }
    }

    private static boolean agree(Map<String, Object> body) {
        if (body.get("agree") instanceof Boolean agree) {
            return agree;
        }
        throw new Json.BadRequest("'agree' is true or false");
    }

    private static List<UUID> named(Map<String, Object> body) {
        if (body.get("people") instanceof List<?> people) {
            return people.stream()
                    .map(one -> Target.uuid("people", String.valueOf(one)))
                    .toList();
        }
        throw new Json.BadRequest("'people' is a list of ids");
    }

    private static Map<String, Object> plain(Situation situation) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put(
                "acts",
                situation.acts().stream()
                        .sorted()
                        .map(act -> act.name().toLowerCase(Locale.ROOT))
                        .toList());
        plain.put("round", situation.round() == null ? null : plain(situation.round()));
        plain.put(
                "waiting", situation.waiting().stream().map(TeamResource::plain).toList());
        plain.put("earlier", situation.earlier());
        return plain;
    }

    private static Map<String, Object> plain(Round round) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("askedBy", round.askedByName());
        plain.put("at", round.at().toString());
        plain.put("reason", round.reason());
        plain.put("decision", round.decision());
        plain.put("agreed", round.agreed());
        plain.put(
                "signatures",
                round.signatures().stream().map(TeamResource::plain).toList());
        return plain;
    }

    private static Map<String, Object> plain(Signature signature) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", signature.name());
        plain.put("organisation", signature.organisation());
        plain.put("verdict", signature.verdict().name());
        plain.put("at", Objects.toString(signature.at(), null));
        plain.put("opinion", signature.opinion());
        return plain;
    }

    private static Map<String, Object> plain(Waiting waiting) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("organisation", waiting.organisation());
        plain.put("holder", waiting.holder());
        plain.put("actions", waiting.actions());
        plain.put("since", waiting.since().toString());
        plain.put("due", Objects.toString(waiting.due(), null));
        return plain;
    }

    private static Map<String, Object> plain(Person person) {
        return Map.of("id", person.account().toString(), "name", person.name(), "organisation", person.organisation());
    }
}
