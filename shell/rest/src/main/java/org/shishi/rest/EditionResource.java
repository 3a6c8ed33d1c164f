package org.shishi.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.EditionAdmin;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.programme.EditionState;
import org.shishi.api.rule.RefusedException;

/** The year's numbers: read by everybody, changed by two persons; the same use case as the pages. */
@Component(service = Resource.class)
public final class EditionResource implements Resource {

    private static final String ONE = "/editions/{programme}/{year}";

    private final EditionAdmin editions;

    @Activate
    public EditionResource(@Reference EditionAdmin editions) {
        this.editions = editions;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/editions", "Editions of all programmes, also of those that are away", this::list)
                        .described(d -> d.answers(200, "Editions")),
                Route.of("GET", ONE, "Numbers with source and history as they stand on ?day=", this::get)
                        .described(d -> d.query("day", "string").answers(200, "EditionSheet")),
                Route.of("POST", ONE + "/revisions", "Propose a value", this::propose)
                        .described(d -> d.takes("Proposal").answers(201, "Revision")),
                Route.of("POST", "/editions/revisions/{id}/publish", "Publish; by a second person", this::publish)
                        .described(d -> d.answers(200, "Revision")),
                Route.of("POST", "/editions/revisions/{id}/withdraw", "Take back", this::withdraw)
                        .described(d -> d.takes("Reason").answers(200, "Revision")),
                Route.of("POST", ONE + "/copy", "Copy to the next year, every value unconfirmed", this::copy)
                        .described(d -> d.answers(201, "Edition")),
                Route.of("POST", ONE + "/confirm", "Confirm copied values", this::confirm)
                        .described(d -> d.takes("Confirmation").answers(204, null)),
                Route.of("POST", ONE + "/state", "Next state", this::move)
                        .described(d -> d.takes("EditionMove").answers(200, "Edition")),
                Route.of("POST", ONE + "/extensions", "Hold a window open for one organisation", this::extend)
                        .described(d -> d.takes("ExtensionGrant").answers(201, "Extension")),
                Route.of("POST", "/editions/extensions/{id}/revoke", "End it", this::revoke)
                        .described(d -> d.takes("Reason").answers(204, null)));
    }

    private Reply list(Exchange exchange) {
        return Reply.ok(editions.editions().stream().map(EditionResource::plain).toList());
    }

    private Reply get(Exchange exchange) {
        LocalDate day = exchange.query("day").map(EditionResource::day).orElse(null);
        EditionAdmin.Sheet sheet = editions.sheet(exchange.path("programme"), exchange.year(), day);
        Map<String, Object> plain = plain(sheet.head());
        plain.put("day", sheet.day().toString());
        plain.put(
                "parameters",
                sheet.numbers().stream().map(EditionResource::plain).toList());
        plain.put(
                "extensions",
                sheet.extensions().stream().map(EditionResource::plain).toList());
        return Reply.ok(plain);
    }

    private Reply propose(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        String from = Json.text(body, "validFrom");
        EditionAdmin.Change change = new EditionAdmin.Change(
                Json.text(body, "name"), body.get("value"), from == null ? null : day(from), Json.text(body, "reason"));
        return Reply.json(
                201, plain(editions.propose(exchange.caller(), exchange.path("programme"), exchange.year(), change)));
    }

    private Reply publish(Exchange exchange) {
        return Reply.ok(plain(editions.publish(exchange.caller(), exchange.id("id"))));
    }

    private Reply withdraw(Exchange exchange) {
        String reason = Json.text(exchange.json(), "reason");
        return Reply.ok(plain(editions.withdraw(exchange.caller(), exchange.id("id"), reason)));
    }

    private Reply copy(Exchange exchange) {
        return Reply.json(
                201, plain(editions.copyToNextYear(exchange.caller(), exchange.path("programme"), exchange.year())));
    }

    private Reply confirm(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        if (!(body.get("names") instanceof List<?> names) || !names.stream().allMatch(String.class::isInstance)) {
            throw new Json.BadRequest("'names' is a list of texts");
        }
        editions.confirm(
                exchange.caller(),
                exchange.path("programme"),
                exchange.year(),
                names.stream().map(String.class::cast).toList(),
                Json.text(body, "reason"));
        return Reply.noContent();
    }

    private Reply move(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        String wanted = Json.text(body, "to");
        EditionState to = Arrays.stream(EditionState.values())
                .filter(state -> state.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Json.BadRequest("'to' is one of " + Arrays.toString(EditionState.values())));
        return Reply.ok(plain(editions.move(
                exchange.caller(), exchange.path("programme"), exchange.year(), to, Json.text(body, "reason"))));
    }

    private Reply extend(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        String until = Json.text(body, "until");
        return Reply.json(
                201,
                plain(editions.extend(
                        exchange.caller(),
                        exchange.path("programme"),
                        exchange.year(),
                        Json.text(body, "window"),
                        id(Json.text(body, "organisation")),
                        until == null ? null : day(until),
                        Json.text(body, "reason"))));
    }

    private Reply revoke(Exchange exchange) {
        editions.revoke(exchange.caller(), exchange.id("id"), Json.text(exchange.json(), "reason"));
        return Reply.noContent();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Json.BadRequest("'" + text + "' is not a day like 2024-05-01");
        }
    }

    private static UUID id(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("CORE-NOT-FOUND", "organisation");
        }
    }

    private static Map<String, Object> plain(EditionAdmin.Head head) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("programme", head.programmeId());
        plain.put("year", head.year());
        plain.put("title", ProgrammeResource.text(head.title()));
        plain.put("state", head.state().name());
        plain.put("live", head.live());
        plain.put("copiedFrom", head.copiedFrom());
        plain.put("drafts", head.drafts());
        plain.put("unconfirmed", head.unconfirmed());
        plain.put("empty", head.empty());
        return plain;
    }

    private static Map<String, Object> plain(EditionAdmin.Number number) {
        EditionParameter parameter = number.parameter();
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", parameter.name());
        plain.put("title", ProgrammeResource.text(number.title()));
        plain.put("type", parameter.type());
        plain.put("unit", parameter.unit());
        plain.put("value", value(parameter.value()));
        plain.put("declared", value(number.declared()));
        plain.put("mayBeEmpty", parameter.mayBeEmpty());
        plain.put("unsetCode", parameter.unsetCode());
        plain.put("source", parameter.source());
        plain.put("options", parameter.options());
        plain.put(
                "revisions",
                number.revisions().stream().map(EditionResource::plain).toList());
        return plain;
    }

    private static Map<String, Object> plain(EditionAdmin.Revision revision) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", revision.id().toString());
        plain.put("name", revision.name());
        plain.put("value", value(revision.value()));
        plain.put("before", value(revision.before()));
        plain.put("validFrom", Objects.toString(revision.validFrom(), null));
        plain.put("status", revision.status().name());
        plain.put("copied", revision.copied());
        plain.put("reason", revision.reason());
        plain.put("by", revision.by());
        plain.put("at", revision.at().toString());
        plain.put("decision", revision.decision());
        plain.put("decidedBy", revision.decidedBy());
        plain.put("decidedAt", Objects.toString(revision.decidedAt(), null));
        return plain;
    }

    private static Map<String, Object> plain(EditionAdmin.Extension extension) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", extension.id().toString());
        plain.put("window", extension.window());
        plain.put("organisation", extension.organisation().toString());
        plain.put("until", extension.until().toString());
        plain.put("reason", extension.reason());
        plain.put("by", extension.by());
        plain.put("at", extension.at().toString());
        plain.put("revokedBy", extension.revokedBy());
        plain.put("revokedAt", Objects.toString(extension.revokedAt(), null));
        return plain;
    }

    /** Days as texts, also inside. */
    private static Object value(Object value) {
        return switch (value) {
            case LocalDate day -> day.toString();
            case List<?> list -> list.stream().map(EditionResource::value).toList();
            case Map<?, ?> map -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                map.forEach((key, each) -> plain.put(String.valueOf(key), value(each)));
                yield plain;
            }
            case null -> null;
            default -> value;
        };
    }
}
