package org.shishi.core.people;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.job.JobSchedule;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.platform.Retention;
import org.shishi.api.platform.Retention.Run;
import org.shishi.core.persistence.CoreDatabase;

/**
 * Pseudonymises those whom an order names and hides contacts, a chunk in a transaction; without an order it does nothing.
 * Tables of programmes are reached past them, so they may be away.
 */
@Component(service = ProgrammeJob.class)
@JobSchedule(id = RetentionJob.ID, cron = "0 0 3 * * ?")
public final class RetentionJob implements ProgrammeJob {

    static final String ID = "core-retention";
    private static final int CHUNK = 200;

    private final CoreDatabase database;
    private final PersonTraces traces;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public RetentionJob(
            @Reference CoreDatabase database,
            @Reference PersonTraces traces,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.database = database;
        this.traces = traces;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param after where the next chunk begins; null: there is none */
    private record Chunk(UUID after, int done, int skipped) {}

    @Override
    public JobResult run(JobContext context) {
        Optional<Run> order = open();
        if (order.isEmpty()) {
            return JobResult.of("pseudonymised", 0);
        }
        Run run = order.get();
        Progress progress = new Progress(context, run);
        if (persons(run, progress) && records(run, progress) && contacts(run, progress)) {
            finish(context, run, progress);
        }
        return progress.result();
    }

    /** What this run has done so far. */
    private static final class Progress {

        private final JobContext context;
        private final Run run;
        private long gone;
        private long skipped;
        private long hidden;

        private Progress(JobContext context, Run run) {
            this.context = context;
            this.run = run;
        }

        private void tell() {
            context.progress(
                    Math.min(run.done() + gone + run.hidden() + hidden, run.persons() + run.contacts()),
                    run.persons() + run.contacts());
        }

        private JobResult result() {
            return new JobResult(Map.of("pseudonymised", gone, "skipped", skipped, "contacts", hidden));
        }
    }

    /** Cancelled here or by whoever ordered it. */
    private boolean stopped(JobContext context) {
        return context.cancelled() || open().isEmpty();
    }

    /** @return false: stopped */
    private boolean persons(Run run, Progress progress) {
        UUID after = null;
        do {
            if (stopped(progress.context)) {
                return false;
            }
            UUID from = after;
            Chunk chunk = database.transact(handle -> chunk(handle, progress.context.caller(), run, from));
            progress.gone += chunk.done();
            progress.skipped += chunk.skipped();
            after = chunk.after();
            progress.tell();
        } while (after != null);
        return true;
    }

    /** Of those who stay: what the records whose time is over left behind. @return false: stopped */
    private boolean records(Run run, Progress progress) {
        UUID after = new UUID(0, 0);
        do {
            if (stopped(progress.context)) {
                return false;
            }
            UUID from = after;
            after = database.transact(handle -> emptied(handle, progress.context.caller(), run, from));
        } while (after != null);
        return true;
    }

    /** @return where the next chunk begins; null: there is none */
    private UUID emptied(Handle handle, Caller caller, Run run, UUID after) {
        RetentionRows rows = new RetentionRows(handle);
        List<PersonTraces.Part> records = rows.left(RetentionRows.over(handle, run.asOf()), after, CHUNK);
        List<PersonTraces.Part> known = new KnownEditions(handle).of(records);
        new RetentionRuns(handle).traces(run.id(), traces.forgetRecords(handle, caller, known), 0);
        rows.emptied(known, OffsetDateTime.now(clock));
        return records.size() < CHUNK ? null : records.getLast().record();
    }

    /** What is hidden is found no more, so it goes on where it stopped. @return false: stopped */
    private boolean contacts(Run run, Progress progress) {
        List<PersonalTable> tables =
                database.read(handle -> new RetentionRows(handle).contacts(RetentionRows.over(handle, run.asOf())));
        for (PersonalTable table : tables) {
            int some;
            do {
                if (stopped(progress.context)) {
                    return false;
                }
                some = database.transact(handle -> hidden(handle, progress.context.caller(), run, table));
                progress.hidden += some;
                progress.tell();
            } while (some == CHUNK);
        }
        return true;
    }

    private int hidden(Handle handle, Caller caller, Run run, PersonalTable table) {
        RetentionRuns runs = new RetentionRuns(handle);
        List<UUID> ids = table.naming(handle, new UUID(0, 0), CHUNK, true);
        table.hideContacts(handle, ids);
        runs.traces(run.id(), traces.forgetContacts(handle, caller, table, ids), 0);
        runs.hidden(run.id(), ids.size());
        return ids.size();
    }

    private Optional<Run> open() {
        return database.read(handle -> new RetentionRuns(handle).open());
    }

    private void finish(JobContext context, Run run, Progress progress) {
        database.transact(handle -> {
            RetentionRuns runs = new RetentionRuns(handle);
            if (runs.end(run.id(), Retention.State.DONE, OffsetDateTime.now(clock)) == 1) {
                int imported = new RetentionRows(handle).forgetImportRows(RetentionRows.over(handle, run.asOf()));
                runs.traces(run.id(), new PersonTraces.Found(0, 0), imported);
                Run ended = runs.all().stream()
                        .filter(each -> each.id().equals(run.id()))
                        .findFirst()
                        .orElse(run);
                audit.write(
                        context.caller(),
                        "retention.done",
                        "retention/" + run.id(),
                        run.reason(),
                        Map.of(
                                "persons", Long.toString(run.done() + progress.gone),
                                "skipped", Long.toString(run.skipped() + progress.skipped),
                                "contacts", Long.toString(run.hidden() + progress.hidden),
                                "attachments", Long.toString(ended.attachments()),
                                "seals", Long.toString(ended.seals()),
                                "importRows", Long.toString(ended.importRows())));
            }
            return null;
        });
    }

    private Chunk chunk(Handle handle, Caller caller, Run run, UUID after) {
        RetentionRows rows = new RetentionRows(handle);
        RetentionRuns runs = new RetentionRuns(handle);
        List<UUID> due = rows.next(RetentionRows.over(handle, run.asOf()), after, CHUNK);
        List<UUID> gone = hidden(handle, due);
        rows.forget(gone, OffsetDateTime.now(clock));
        runs.traces(run.id(), traces.forget(handle, caller, gone), 0);
        runs.progress(run.id(), gone.size(), due.size() - gone.size());
        return new Chunk(due.size() < CHUNK ? null : due.getLast(), gone.size(), due.size() - gone.size());
    }

    /** @return those of whom no table holds a mask any more; left out is who is known in tables that are not there */
    private static List<UUID> hidden(Handle handle, List<UUID> due) {
        Map<UUID, Set<String>> editions = new RetentionRows(handle).editions(due);
        KnownEditions known = new KnownEditions(handle);
        List<UUID> gone = due.stream()
                .filter(person -> known.names().containsAll(editions.getOrDefault(person, Set.of())))
                .toList();
        Map<String, List<UUID>> byEdition = new TreeMap<>();
        gone.forEach(person -> editions.getOrDefault(person, Set.of()).forEach(edition -> byEdition
                .computeIfAbsent(edition, none -> new ArrayList<>())
                .add(person)));
        byEdition.forEach(
                (edition, persons) -> known.ofPersons(edition).forEach(table -> table.hidePersons(handle, persons)));
        return gone;
    }
}
