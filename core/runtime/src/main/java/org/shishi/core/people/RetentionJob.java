package org.shishi.core.people;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.shishi.api.people.PersonFields;
import org.shishi.api.platform.Retention;
import org.shishi.api.platform.Retention.Run;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.record.LiveYears;

/** Pseudonymises those whom an order names, a chunk in a transaction; without an order it does nothing. */
@Component(service = ProgrammeJob.class)
@JobSchedule(id = RetentionJob.ID, cron = "0 0 3 * * ?")
public final class RetentionJob implements ProgrammeJob {

    static final String ID = "core-retention";
    private static final int CHUNK = 200;
    /** What stands in a programme's table afterwards. */
    private static final String HIDDEN = "***";

    private final CoreDatabase database;
    private final PersonTraces traces;
    private final LiveYears live;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public RetentionJob(
            @Reference CoreDatabase database,
            @Reference PersonTraces traces,
            @Reference LiveYears live,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.database = database;
        this.traces = traces;
        this.live = live;
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
        long done = 0;
        long skipped = 0;
        UUID after = null;
        do {
            // Cancelled here or by whoever ordered it.
            if (context.cancelled() || open().isEmpty()) {
                return result(done, skipped);
            }
            UUID from = after;
            Chunk chunk = database.transact(handle -> chunk(handle, context.caller(), run, from));
            done += chunk.done();
            skipped += chunk.skipped();
            after = chunk.after();
            context.progress(run.done() + done, run.persons());
        } while (after != null);
        finish(context, run, done, skipped);
        return result(done, skipped);
    }

    private Optional<Run> open() {
        return database.read(handle -> new RetentionRows(handle).open());
    }

    private static JobResult result(long done, long skipped) {
        return new JobResult(Map.of("pseudonymised", done, "skipped", skipped));
    }

    private void finish(JobContext context, Run run, long done, long skipped) {
        database.transact(handle -> {
            RetentionRows rows = new RetentionRows(handle);
            if (rows.end(run.id(), Retention.State.DONE, OffsetDateTime.now(clock)) == 1) {
                int imported = rows.forgetImportRows(RetentionRows.over(handle, run.asOf()));
                rows.traces(run.id(), new PersonTraces.Found(0, 0), imported);
                Run ended = rows.all().stream()
                        .filter(each -> each.id().equals(run.id()))
                        .findFirst()
                        .orElse(run);
                audit.write(
                        context.caller(),
                        "retention.done",
                        "retention/" + run.id(),
                        run.reason(),
                        Map.of(
                                "persons", Long.toString(run.done() + done),
                                "skipped", Long.toString(run.skipped() + skipped),
                                "attachments", Long.toString(ended.attachments()),
                                "seals", Long.toString(ended.seals()),
                                "importRows", Long.toString(ended.importRows())));
            }
            return null;
        });
    }

    private Chunk chunk(Handle handle, Caller caller, Run run, UUID after) {
        RetentionRows rows = new RetentionRows(handle);
        List<UUID> due = rows.next(RetentionRows.over(handle, run.asOf()), after, CHUNK);
        List<UUID> gone = new ArrayList<>();
        for (UUID person : due) {
            if (forgotten(rows.editions(person), person)) {
                gone.add(person);
            }
        }
        rows.forget(gone, OffsetDateTime.now(clock));
        rows.traces(run.id(), traces.forget(handle, caller, gone), 0);
        rows.progress(run.id(), gone.size(), due.size() - gone.size());
        return new Chunk(due.size() < CHUNK ? null : due.getLast(), gone.size(), due.size() - gone.size());
    }

    /** @return false: a programme that holds something of the person is away */
    private boolean forgotten(List<String> editions, UUID person) {
        List<ProgrammeContext> programmes = new ArrayList<>();
        for (String edition : editions) {
            int slash = edition.indexOf('/');
            Optional<ProgrammeContext> programme =
                    live.context(edition.substring(0, slash), Integer.parseInt(edition.substring(slash + 1)));
            if (programme.isEmpty()) {
                return false;
            }
            programmes.add(programme.get());
        }
        for (ProgrammeContext programme : programmes) {
            for (RecordType<?> type : programme.descriptor().records()) {
                type.person().ifPresent(fields -> blank(programme, type, fields, person));
            }
        }
        return true;
    }

    private static <T extends ProgrammeRecord> void blank(
            ProgrammeContext programme, RecordType<?> type, PersonFields<T> fields, UUID person) {
        List<String> sets = new ArrayList<>();
        sets.add(set(fields.name(), "'" + HIDDEN + "'"));
        sets.add(set(fields.number(), "'" + HIDDEN + "'"));
        if (fields.mobile() != null) {
            sets.add(set(fields.mobile(), fields.mobile().missingCode() == null ? "null" : "'" + HIDDEN + "'"));
        }
        programme.database().transact(em -> {
            String entity = em.getMetamodel().entity(type.entity()).getName();
            return em.createQuery("update " + entity + " r set " + String.join(", ", sets) + " where r."
                            + fields.reference().path() + " = :person")
                    .setParameter("person", person)
                    .executeUpdate();
        });
    }

    private static String set(Field<?, ?> field, String value) {
        return "r." + field.path() + " = " + value;
    }
}
