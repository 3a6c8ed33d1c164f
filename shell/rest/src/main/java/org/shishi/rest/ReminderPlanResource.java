package org.shishi.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.DeadlineCentre;
import org.shishi.api.platform.DeadlineCentre.PlanQuery;
import org.shishi.api.platform.DeadlineCentre.Planned;
import org.shishi.api.platform.DeadlineCentre.PlannedDay;

/** Which reminders will go out, as in the deadline centre. */
@Component(service = Resource.class)
public final class ReminderPlanResource implements Resource {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final DeadlineCentre centre;

    @Activate
    public ReminderPlanResource(@Reference DeadlineCentre centre) {
        this.centre = centre;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/reminder-plan/days", "On which days how many reminders will go out", this::days)
                        .described(d -> d.query("programme", "string")
                                .query("from", "string")
                                .query("to", "string")
                                .query("organisation", "string")
                                .answers(200, "ReminderDays")),
                Route.of(
                                "GET",
                                "/reminder-plan",
                                "The reminders that will go out; pages go on by afterDay and afterDeadline",
                                this::list)
                        .described(d -> d.query("programme", "string")
                                .query("from", "string")
                                .query("to", "string")
                                .query("organisation", "string")
                                .query("afterDay", "string")
                                .query("afterDeadline", "string")
                                .query("limit", "integer")
                                .answers(200, "Reminders")));
    }

    private Reply days(Exchange exchange) {
        return Reply.ok(centre.planDays(exchange.caller(), query(exchange)).stream()
                .map(ReminderPlanResource::plain)
                .toList());
    }

    private Reply list(Exchange exchange) {
        return Reply.ok(centre
                .plan(
                        exchange.caller(),
                        query(exchange),
                        day(exchange, "afterDay"),
                        exchange.query("afterDeadline")
                                .map(ReminderPlanResource::deadline)
                                .orElse(null),
                        exchange.number("limit", USUAL, 1, MOST))
                .stream()
                .map(ReminderPlanResource::plain)
                .toList());
    }

    private static PlanQuery query(Exchange exchange) {
        return new PlanQuery(
                exchange.query("programme").orElse(null),
                day(exchange, "from"),
                day(exchange, "to"),
                exchange.query("organisation").orElse(null));
    }

    private static LocalDate day(Exchange exchange, String name) {
        return exchange.query(name)
                .map(text -> {
                    try {
                        return LocalDate.parse(text);
                    } catch (DateTimeException e) {
                        throw new Json.BadRequest("'" + name + "' is a day like 2024-05-01");
                    }
                })
                .orElse(null);
    }

    private static UUID deadline(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Json.BadRequest("'afterDeadline' is the id of a deadline");
        }
    }

    private static Map<String, Object> plain(PlannedDay day) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("day", day.day().toString());
        plain.put("reminders", day.reminders());
        plain.put("copies", day.copies());
        return plain;
    }

    private static Map<String, Object> plain(Planned planned) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("deadline", planned.deadline().toString());
        plain.put("day", planned.day().toString());
        plain.put("missed", planned.missed());
        plain.put("programme", planned.programmeId());
        plain.put("year", planned.year());
        plain.put("title", ProgrammeResource.text(planned.title()));
        plain.put("organisation", planned.organisation());
        plain.put("people", planned.people());
        plain.put("due", planned.due().toString());
        plain.put("copyTo", planned.copyTo());
        return plain;
    }
}
