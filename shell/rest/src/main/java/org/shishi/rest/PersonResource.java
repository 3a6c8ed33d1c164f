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
import org.shishi.api.people.DocumentKind;
import org.shishi.api.people.People;
import org.shishi.api.people.PersonDraft;
import org.shishi.api.people.ResidentId;
import org.shishi.api.platform.PersonRegistry;
import org.shishi.api.record.ValueFault;
import org.shishi.api.rule.RefusedException;

/**
 * The person registry, masked and within scope. Documents, names and mobiles are asked for in bodies, never in addresses:
 * those stand in logs.
 */
@Component(service = Resource.class)
public final class PersonResource implements Resource {

    private static final String ALL = "/persons";
    private static final String ONE = ALL + "/{id}";
    private static final int ROWS = 50;
    private static final int MOST = 200;

    private final PersonRegistry registry;

    @Activate
    public PersonResource(@Reference PersonRegistry registry) {
        this.registry = registry;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", ALL, "Persons within scope, masked; idleIn=year: who takes part in nothing", this::list)
                        .described(d -> d.query("idleIn", "integer")
                                .query("organisation", "string")
                                .query("after", "string")
                                .query("limit", "integer")
                                .answers(200, "Persons")),
                Route.of("POST", ALL, "Find or register a person", this::register)
                        .described(d -> d.takes("PersonDraft").answers(201, "Person")),
                Route.of("POST", ALL + "/search", "Find by whole document, name or mobile", this::search)
                        .described(d -> d.takes("PersonSearch").answers(200, "Persons")),
                Route.of("GET", ONE, "A person: parts, exclusions, consents within scope", this::get)
                        .described(d -> d.answers(200, "PersonView")),
                Route.of("POST", ONE + "/reveal", "One value in clear; audited", this::reveal)
                        .described(d -> d.takes("PersonReveal").answers(200, "PersonClear")),
                Route.of("POST", ONE + "/copy", "All of it in clear, for the person itself; audited", this::copy)
                        .described(d -> d.takes("Reason").answersFile(Reply.XLSX)),
                Route.of("POST", ONE + "/consents/{consent}/withdraw", "Withdraw a consent; audited", this::withdraw)
                        .described(d -> d.takes("Reason").answers(200, "PersonView")));
    }

    private Reply list(Exchange exchange) {
        int idle = exchange.number("idleIn", 0, 0, 9999);
        return page(
                exchange,
                null,
                null,
                null,
                null,
                idle == 0 ? null : idle,
                uuid(first(exchange, "organisation"), "organisation"),
                uuid(first(exchange, "after"), "after"),
                exchange.number("limit", ROWS, 1, MOST));
    }

    private Reply search(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        String number = Json.text(body, "number");
        String name = Json.text(body, "name");
        String mobile = Json.text(body, "mobile");
        if (number == null && name == null && mobile == null) {
            throw new Json.BadRequest("one of 'number', 'name', 'mobile' is needed");
        }
        return page(
                exchange, kind(body), number, name, mobile, null, null, uuid(Json.text(body, "after"), "after"), ROWS);
    }

    private Reply page(
            Exchange exchange,
            DocumentKind kind,
            String number,
            String name,
            String mobile,
            Integer idleIn,
            UUID organisation,
            UUID after,
            int limit) {
        List<PersonRegistry.Row> rows = registry.list(
                exchange.caller(),
                new PersonRegistry.Query(kind, number, name, mobile, organisation, idleIn, after, limit));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", rows.stream().map(PersonResource::plain).toList());
        page.put("next", rows.size() == limit ? rows.getLast().id().toString() : null);
        return Reply.ok(page);
    }

    private Reply register(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        PersonDraft draft = new PersonDraft(
                kind(body),
                Json.text(body, "number"),
                Json.text(body, "name"),
                day(Json.text(body, "birthDate")),
                choice(ResidentId.Sex.class, Json.text(body, "sex"), "sex"),
                Json.text(body, "mobile"),
                uuid(Json.text(body, "organisation"), "organisation"),
                choice(PersonDraft.Employment.class, Json.text(body, "employment"), "employment"),
                Json.text(body, "industry"),
                body.get("member") instanceof Boolean member ? member : null);
        PersonRegistry.Row row = registry.register(exchange.caller(), draft);
        return Reply.json(201, plain(row)).with("Location", "/api/v1/persons/" + row.id());
    }

    private Reply get(Exchange exchange) {
        PersonRegistry.View view = registry.get(exchange.caller(), exchange.id("id"));
        Map<String, Object> plain = new LinkedHashMap<>(plain(view.person()));
        plain.put("sex", view.sex());
        plain.put("employment", view.employment());
        plain.put("industry", view.industry());
        plain.put("member", view.member());
        plain.put("parts", view.parts().stream().map(PersonResource::plain).toList());
        plain.put(
                "exclusions",
                view.exclusions().stream().map(PersonResource::plain).toList());
        plain.put(
                "consents", view.consents().stream().map(PersonResource::plain).toList());
        plain.put("elsewhere", view.elsewhere());
        return Reply.ok(plain);
    }

    private Reply reveal(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        People.Detail detail = choice(People.Detail.class, Json.text(body, "detail"), "detail");
        if (detail == null) {
            throw new Json.BadRequest("'detail' is needed");
        }
        Map<String, Object> clear = new LinkedHashMap<>();
        clear.put("value", registry.reveal(exchange.caller(), exchange.id("id"), detail, Json.text(body, "reason")));
        return Reply.ok(clear);
    }

    private Reply copy(Exchange exchange) {
        String reason = Json.text(exchange.json(), "reason");
        return Reply.file(
                Reply.XLSX, "个人信息副本.xlsx", out -> registry.copy(exchange.caller(), exchange.id("id"), reason, out));
    }

    private Reply withdraw(Exchange exchange) {
        registry.withdraw(
                exchange.caller(), exchange.id("id"), exchange.id("consent"), Json.text(exchange.json(), "reason"));
        return get(exchange);
    }

    private static Map<String, Object> plain(PersonRegistry.Row row) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", row.id().toString());
        plain.put("name", row.maskedName());
        plain.put("documentKind", row.kind().name());
        plain.put("document", row.maskedDocument());
        plain.put("mobile", row.maskedMobile());
        plain.put("organisation", row.organisation());
        plain.put("pseudonymised", row.gone());
        return plain;
    }

    private static Map<String, Object> plain(PersonRegistry.Part part) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("programme", part.programmeId());
        plain.put("year", part.year());
        plain.put("type", part.typeId());
        plain.put("record", part.record().toString());
        plain.put("title", ProgrammeResource.text(part.programme()));
        plain.put("kind", ProgrammeResource.text(part.kind()));
        plain.put("from", Objects.toString(part.from(), null));
        plain.put("to", Objects.toString(part.to(), null));
        plain.put("period", part.period());
        plain.put("organisation", part.organisation());
        plain.put("state", ProgrammeResource.text(part.state()));
        plain.put("counted", part.counted());
        plain.put("paidFen", part.paidFen());
        return plain;
    }

    private static Map<String, Object> plain(PersonRegistry.Exclusion exclusion) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("group", exclusion.group());
        plain.put("warns", exclusion.warns());
        plain.put("title", ProgrammeResource.text(exclusion.programme()));
        plain.put("year", exclusion.year());
        plain.put("day", Objects.toString(exclusion.day(), null));
        plain.put("organisation", exclusion.organisation());
        plain.put(
                "kinds", exclusion.kinds().stream().map(ProgrammeResource::text).toList());
        return plain;
    }

    private static Map<String, Object> plain(PersonRegistry.Consent consent) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", consent.id().toString());
        plain.put("purpose", consent.purpose());
        plain.put("programme", consent.programmeId());
        plain.put("year", consent.year());
        plain.put("title", ProgrammeResource.text(consent.programme()));
        plain.put("text", consent.text() == null ? null : ProgrammeResource.text(consent.text()));
        plain.put("version", consent.version());
        plain.put("givenAt", consent.givenAt().toString());
        plain.put("recordedBy", consent.recordedBy());
        plain.put("organisation", consent.organisation());
        plain.put("withdrawnAt", Objects.toString(consent.withdrawnAt(), null));
        return plain;
    }

    private static DocumentKind kind(Map<String, Object> body) {
        return choice(DocumentKind.class, Json.text(body, "documentKind"), "documentKind");
    }

    private static String first(Exchange exchange, String name) {
        return exchange.query().getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse(null);
    }

    private static UUID uuid(String text, String field) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown(field);
        }
    }

    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw unknown("birthDate");
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String text, String field) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(field));
    }

    private static RefusedException unknown(String field) {
        return new RefusedException(List.of(ValueFault.UNKNOWN.at(field)));
    }
}
