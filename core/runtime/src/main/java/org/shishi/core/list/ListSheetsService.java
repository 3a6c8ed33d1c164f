package org.shishi.core.list;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.form.Forms;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.api.platform.Tasks;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.audit.Reasons;
import org.shishi.core.crypto.FileCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.identity.sheet.AccountSheet;
import org.shishi.core.organisation.sheet.OrganisationSheet;
import org.shishi.core.people.PersonSheet;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.SharedFiles;
import org.shishi.core.sheet.Spool;
import org.shishi.core.task.TaskRunner;
import org.shishi.core.unit.UnitSheet;

/** The platform's lists as sheets. */
@Component(service = ListSheets.class)
public final class ListSheetsService implements ListSheets {

    private static final String FILE = "file";

    private final Map<Kind, SheetList> lists = new EnumMap<>(Kind.class);
    private final PersonSheet persons;
    private final CoreDatabase database;
    private final TaskRunner tasks;
    private final CoreTexts texts;
    private final Audit audit;
    private final Spool spool;

    @Activate
    public ListSheetsService(
            @Reference OrganisationSheet organisations,
            @Reference UnitSheet units,
            @Reference PersonSheet persons,
            @Reference AccountSheet accounts,
            @Reference CoreDatabase database,
            @Reference TaskRunner tasks,
            @Reference CoreTexts texts,
            @Reference Audit audit,
            @Reference Keys keys,
            @Reference PlatformInfo platform,
            @Reference SharedFiles shared,
            @Reference Clock clock) {
        List.of(organisations, units, persons, accounts).forEach(list -> lists.put(list.kind(), list));
        this.persons = persons;
        this.database = database;
        this.tasks = tasks;
        this.texts = texts;
        this.audit = audit;
        this.spool = new Spool(platform.home().resolve("tmp").resolve("imports"), shared, new FileCipher(keys), clock);
    }

    private SheetList list(Caller caller, Kind kind) {
        SheetList list = lists.get(kind);
        list.require(caller);
        return list;
    }

    @Override
    public List<Column> columns(Kind kind) {
        return lists.get(kind).columns();
    }

    @Override
    public void template(Caller caller, Kind kind, OutputStream xlsx) {
        SheetList list = list(caller, kind);
        spool.written(xlsx, out -> ListBook.template(list, out));
    }

    @Override
    public void export(Caller caller, Kind kind, OutputStream xlsx) {
        SheetList list = lists.get(kind);
        list.requireExport(caller);
        written(caller, list, null, Map.of(), rows -> list.export(caller, rows), xlsx);
    }

    @Override
    public void exportClear(Caller caller, Kind kind, String reason, OutputStream xlsx) {
        SheetList list = lists.get(kind);
        list.requireClear(caller);
        written(caller, list, Reasons.mandatory(reason), Map.of(), rows -> list.exportClear(caller, rows), xlsx);
    }

    @Override
    public void exportIdle(Caller caller, int year, String reason, OutputStream xlsx) {
        Map<String, String> which = Map.of("idleIn", Integer.toString(year));
        if (reason == null) {
            persons.requireExport(caller);
            written(caller, persons, null, which, rows -> persons.export(caller, year, rows), xlsx);
        } else {
            persons.requireClear(caller);
            written(
                    caller,
                    persons,
                    Reasons.mandatory(reason),
                    which,
                    rows -> persons.exportClear(caller, year, rows),
                    xlsx);
        }
    }

    /** @param reason null: masked */
    private void written(
            Caller caller,
            SheetList list,
            String reason,
            Map<String, String> which,
            Consumer<Consumer<List<String>>> content,
            OutputStream xlsx) {
        spool.written(xlsx, out -> {
            int[] count = new int[1];
            ListBook.write(
                    list,
                    out,
                    rows -> content.accept(row -> {
                        count[0]++;
                        rows.accept(row);
                    }));
            Map<String, String> details = new TreeMap<>(which);
            details.put("rows", Integer.toString(count[0]));
            audit.write(
                    caller,
                    reason == null ? "list.export" : "list.export.clear",
                    list.kind().task(),
                    reason,
                    details);
        });
    }

    @Override
    public UUID start(Caller caller, Kind kind, String fileName, InputStream xlsx) {
        list(caller, kind);
        try {
            return run(caller, kind, fileName, spool.receive(xlsx), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public UUID commit(Caller caller, UUID dryRun, Forms.Mode mode) {
        TaskRunner.Known known = own(caller, dryRun);
        if (!known.task().dryRun() || known.task().state() != Tasks.State.DONE) {
            throw new RefusedException("CORE-STATE", null);
        }
        return run(caller, kind(known), known.task().title(), file(known), mode);
    }

    /** @param mode null: a dry run */
    private UUID run(Caller caller, Kind kind, String fileName, String file, Forms.Mode mode) {
        SheetList list = list(caller, kind);
        TaskRunner.Plan plan =
                new TaskRunner.Plan(kind.task(), Caller.EVERY_PROGRAMME, 0, fileName, mode == null, Map.of(FILE, file));
        return tasks.start(caller, plan, progress -> new ListRun(list, caller, database, texts, audit, progress)
                .run(spool, file, mode));
    }

    @Override
    public void writeErrors(Caller caller, UUID task, OutputStream xlsx) {
        TaskRunner.Known known = own(caller, task);
        String file = file(known);
        SheetList list = list(caller, kind(known));
        spool.written(
                xlsx,
                out -> ListBook.errors(
                        list, spool, file, (after, limit) -> tasks.rejected(task, 0, after, limit), out));
    }

    @Override
    public boolean hasResults(Caller caller, UUID task) {
        return spool.has(ListRun.results(own(caller, task).task().id()));
    }

    @Override
    public void writeResults(Caller caller, UUID task, OutputStream xlsx) {
        SheetList list = list(caller, kind(own(caller, task)));
        if (!hasResults(caller, task)) {
            throw new RefusedException("CORE-IMP-GONE", null);
        }
        audit.write(caller, "list.results", list.kind().task(), null, Map.of("task", task.toString()));
        try (Spool.Clear clear = spool.open(ListRun.results(task))) {
            Files.copy(clear.path(), xlsx);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TaskRunner.Known own(Caller caller, UUID task) {
        TaskRunner.Known known = tasks.find(caller, task)
                .filter(one -> kind(one) != null)
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
        if (!known.task().startedBy().equals(caller.accountId())
                || !known.organisation().equals(caller.organisation().id())) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        return known;
    }

    private static Kind kind(TaskRunner.Known known) {
        for (Kind kind : Kind.values()) {
            if (kind.task().equals(known.task().kind())) {
                return kind;
            }
        }
        return null;
    }

    private String file(TaskRunner.Known known) {
        String file = known.details().get(FILE);
        if (!spool.has(file)) {
            throw new RefusedException("CORE-IMP-GONE", null);
        }
        return file;
    }
}
