package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.platform.JobAdmin.Job;
import org.shishi.api.platform.JobAdmin.Run;

/** The scheduled jobs, for operators' scripts; the same use case as the job page. */
@Component(service = Resource.class)
public final class ScheduledJobResource implements Resource {

    private static final String ONE = "/scheduled-jobs/{programme}/{year}/{job}";
    private static final int RUNS = 100;
    private static final int MOST_RUNS = 1_000;

    private final JobAdmin jobs;

    @Activate
    public ScheduledJobResource(@Reference JobAdmin jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/scheduled-jobs", "Scheduled jobs, also of programmes that are away", this::list)
                        .described(d -> d.answers(200, "ScheduledJobs")),
                Route.of("GET", ONE + "/runs", "What its runs did, newest first; limit up to 1000", this::runs)
                        .described(d -> d.query("limit", "integer").answers(200, "JobRuns")),
                Route.of("POST", ONE + "/run", "Run it once, now", this::run).described(d -> d.answers(202, null)),
                Route.of(
                                "POST",
                                ONE + "/pause",
                                "Leave its times out until it is resumed",
                                exchange -> pause(exchange, true))
                        .described(d -> d.answers(202, null)),
                Route.of("POST", ONE + "/resume", "Back to its times", exchange -> pause(exchange, false))
                        .described(d -> d.answers(202, null)),
                Route.of("POST", ONE + "/cancel", "Ask the run under way to end", this::cancel)
                        .described(d -> d.answers(202, null)));
    }

    private Reply list(Exchange exchange) {
        return Reply.ok(jobs.jobs(exchange.caller()).stream()
                .map(ScheduledJobResource::plain)
                .toList());
    }

    private Reply runs(Exchange exchange) {
        return Reply.ok(jobs
                .history(
                        exchange.caller(),
                        exchange.path("programme"),
                        exchange.year(),
                        exchange.path("job"),
                        exchange.number("limit", RUNS, 1, MOST_RUNS))
                .stream()
                .map(ScheduledJobResource::plain)
                .toList());
    }

    private Reply run(Exchange exchange) {
        jobs.runNow(exchange.caller(), exchange.path("programme"), exchange.year(), exchange.path("job"));
        return Reply.json(202, Map.of());
    }

    private Reply pause(Exchange exchange, boolean paused) {
        jobs.pause(exchange.caller(), exchange.path("programme"), exchange.year(), exchange.path("job"), paused);
        return Reply.json(202, Map.of());
    }

    private Reply cancel(Exchange exchange) {
        jobs.cancel(exchange.caller(), exchange.path("programme"), exchange.year(), exchange.path("job"));
        return Reply.json(202, Map.of());
    }

    private static Map<String, Object> plain(Job job) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("programme", job.programmeId());
        plain.put("year", job.year());
        plain.put("id", job.id());
        plain.put("title", ProgrammeResource.text(job.title()));
        plain.put("cron", job.cron());
        plain.put("paused", job.paused());
        plain.put("running", job.running());
        plain.put("parked", job.parked());
        plain.put("reason", ProgrammeResource.text(job.reason()));
        plain.put("next", Objects.toString(job.next(), null));
        plain.put("upcoming", job.upcoming().stream().map(Object::toString).toList());
        plain.put(
                "progress",
                job.progress() == null
                        ? null
                        : Map.of(
                                "done", job.progress().done(),
                                "total", job.progress().total()));
        plain.put("last", job.last() == null ? null : plain(job.last()));
        return plain;
    }

    private static Map<String, Object> plain(Run run) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("at", run.at().toString());
        plain.put("tookMillis", run.took().toMillis());
        plain.put("ok", run.ok());
        plain.put("counts", run.counts());
        plain.put("error", run.error());
        plain.put("node", run.node());
        plain.put("log", run.log());
        return plain;
    }
}
