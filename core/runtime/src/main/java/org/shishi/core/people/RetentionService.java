package org.shishi.core.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.people.Person;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.platform.PersonRegistry;
import org.shishi.api.platform.Retention;
import org.shishi.api.record.Ids;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Text;
import org.shishi.core.audit.Reasons;
import org.shishi.core.persistence.CoreDatabase;

/** Looks at what an end of retention would do, and orders it. The job does it. */
@Component(service = Retention.class)
public final class RetentionService implements Retention {

    private static final int SHOWN = 50;
    private static final int AT_ONCE = 500;

    private final CoreDatabase database;
    private final PersonBook book;
    private final PersonTraces traces;
    private final JobStart jobs;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public RetentionService(
            @Reference CoreDatabase database,
            @Reference PersonBook book,
            @Reference PersonTraces traces,
            @Reference JobAdmin jobs,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.database = database;
        this.book = book;
        this.traces = traces;
        this.jobs = new JobStart(jobs, RetentionJob.ID);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Preview preview(Caller caller) {
        require(caller);
        LocalDate today = LocalDate.now(clock);
        return database.read(handle -> {
            RetentionRows rows = new RetentionRows(handle);
            List<String> over = RetentionRows.over(handle, today);
            List<Rule> rules = rows.rules(today);
            Set<String> known = new KnownEditions(handle).names();
            List<Text> away = rules.stream()
                    .filter(rule -> rule.over() && !known.contains(rule.programmeId() + "/" + rule.year()))
                    .map(rule -> new Text(
                            rule.programme().zh() + " " + rule.year(),
                            rule.programme().en() + " " + rule.year()))
                    .distinct()
                    .toList();
            PersonTraces.Found found = found(handle, rows, over);
            return new Preview(
                    today,
                    rules,
                    rows.due(over),
                    contacts(handle, rows, over),
                    rows.first(over, SHOWN).stream().map(this::row).toList(),
                    found.attachments(),
                    found.seals(),
                    rows.importRows(over),
                    away);
        });
    }

    private PersonTraces.Found found(Handle handle, RetentionRows rows, List<String> over) {
        PersonTraces.Found all = new PersonTraces.Found(0, 0);
        KnownEditions known = new KnownEditions(handle);
        UUID after = new UUID(0, 0);
        List<PersonTraces.Part> records;
        do {
            records = rows.left(over, after, AT_ONCE);
            all = all.plus(traces.found(handle, known.of(records)));
            after = records.isEmpty() ? after : records.getLast().record();
        } while (records.size() == AT_ONCE);
        for (PersonalTable table : rows.contacts(over)) {
            UUID last = new UUID(0, 0);
            List<UUID> some;
            do {
                some = table.naming(handle, last, AT_ONCE, false);
                all = all.plus(traces.ofContacts(handle, table, some));
                last = some.isEmpty() ? last : some.getLast();
            } while (some.size() == AT_ONCE);
        }
        return all;
    }

    private static long contacts(Handle handle, RetentionRows rows, List<String> over) {
        return rows.contacts(over).stream()
                .mapToLong(table -> table.naming(handle))
                .sum();
    }

    private PersonRegistry.Row row(PersonPages.Listed listed) {
        Person masked = book.masked(listed.row());
        return new PersonRegistry.Row(
                masked.id(),
                masked.maskedName(),
                listed.row().kind(),
                masked.maskedDocument(),
                masked.maskedMobile(),
                listed.organisation(),
                false);
    }

    @Override
    public UUID order(Caller caller, long persons, long contacts, String reason) {
        require(caller);
        String why = Reasons.mandatory(reason);
        LocalDate today = LocalDate.now(clock);
        UUID id = database.transact(handle -> ordered(handle, caller, new Due(persons, contacts), why, today));
        jobs.now(caller);
        return id;
    }

    private record Due(long persons, long contacts) {}

    private UUID ordered(Handle handle, Caller caller, Due shown, String reason, LocalDate today) {
        RetentionRows rows = new RetentionRows(handle);
        List<String> over = RetentionRows.over(handle, today);
        Due due = new Due(rows.due(over), contacts(handle, rows, over));
        if (new RetentionRuns(handle).open().isPresent()) {
            throw new RefusedException("CORE-RETENTION-OPEN", null);
        }
        if (due.equals(new Due(0, 0))
                && rows.importRows(over) == 0
                && found(handle, rows, over).equals(new PersonTraces.Found(0, 0))) {
            throw new RefusedException("CORE-RETENTION-NONE", null);
        }
        if (!due.equals(shown)) {
            throw new RefusedException("CORE-RETENTION-CHANGED", null, due.persons(), due.contacts());
        }
        Run run = new Run(
                Ids.next(),
                today,
                reason,
                caller.name(),
                clock.instant(),
                due.persons(),
                0,
                0,
                due.contacts(),
                0,
                0,
                0,
                0,
                State.OPEN,
                null);
        new RetentionRuns(handle).insert(run, caller.accountId());
        List<String> editions = new ArrayList<>();
        rows.rules(today).stream()
                .filter(Rule::over)
                .forEach(rule -> editions.add(rule.programmeId() + "/" + rule.year()
                        + (rule.contacts() ? " contacts: " : ": ") + rule.persons()));
        audit.write(
                caller,
                "retention.order",
                "retention/" + run.id(),
                reason,
                Map.of(
                        "persons", Long.toString(due.persons()),
                        "contacts", Long.toString(due.contacts()),
                        "editions", String.join(", ", editions)));
        return run.id();
    }

    @Override
    public void cancel(Caller caller) {
        require(caller);
        database.transact(handle -> {
            RetentionRuns runs = new RetentionRuns(handle);
            runs.open().ifPresent(run -> {
                runs.end(run.id(), State.CANCELLED, OffsetDateTime.now(clock));
                audit.write(caller, "retention.cancel", "retention/" + run.id(), null, Map.of());
            });
            return null;
        });
    }

    @Override
    public List<Run> runs(Caller caller) {
        require(caller);
        return database.read(handle -> new RetentionRuns(handle).all());
    }

    /** What one edition keeps hangs together with all others: only who may publish for every programme. */
    private static void require(Caller caller) {
        boolean may = caller.system()
                || caller.organisation().type() == OrgType.CITY
                        && caller.may(Caller.EVERY_PROGRAMME, Right.PARAMETERS_PUBLISH);
        if (!may) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }
}
