package org.shishi.core.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.form.Forms;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.api.platform.Tasks;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.audit.Reasons;
import org.shishi.core.crypto.FileCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.persistence.SharedFiles;
import org.shishi.core.record.BulkRecords;
import org.shishi.core.record.RecordsFactory;
import org.shishi.core.sheet.ReadLimits;
import org.shishi.core.sheet.Spool;
import org.shishi.core.sheet.XlsxBook;
import org.shishi.core.sheet.XlsxOut;
import org.shishi.core.task.TaskProgress;
import org.shishi.core.task.TaskRunner;

/** Official forms as a service. */
@Component(service = Forms.class)
public final class FormsService implements Forms {

    static final String KIND = "import";
    /** A programme may set another one in its edition. */
    private static final long MOST_ROWS = 1_000_000;

    private static final String FORM = "form";
    private static final String FILE = "file";
    private static final String MODE = "mode";
    private static final String DEFAULT = "default.";
    private static final int PAGE = 1_000;
    private static final int TEMPLATE_ROWS = 20;

    private final RecordsFactory records;
    private final TaskRunner tasks;
    private final Organisations organisations;
    private final CoreTexts texts;
    private final Audit audit;
    private final Programmes programmes;
    private final Spool spool;
    private final long mostRows;
    private final int mostSheetRows;

    @Activate
    public FormsService(
            @Reference RecordsFactory records,
            @Reference TaskRunner tasks,
            @Reference Organisations organisations,
            @Reference CoreTexts texts,
            @Reference Audit audit,
            @Reference Programmes programmes,
            @Reference Keys keys,
            @Reference PlatformInfo platform,
            @Reference SharedFiles shared,
            @Reference Clock clock) {
        this(
                records,
                tasks,
                organisations,
                texts,
                audit,
                programmes,
                new Spool(platform.home().resolve("tmp").resolve("imports"), shared, new FileCipher(keys), clock),
                MOST_ROWS,
                XlsxOut.MOST_ROWS);
    }

    FormsService(
            RecordsFactory records,
            TaskRunner tasks,
            Organisations organisations,
            CoreTexts texts,
            Audit audit,
            Programmes programmes,
            Spool spool,
            long mostRows,
            int mostSheetRows) {
        this.records = records;
        this.tasks = tasks;
        this.organisations = organisations;
        this.texts = texts;
        this.audit = audit;
        this.programmes = programmes;
        this.spool = spool;
        this.mostRows = mostRows;
        this.mostSheetRows = mostSheetRows;
    }

    @Override
    public <T extends ProgrammeRecord> UUID startImport(
            Caller caller, ProgrammeContext programme, OfficialForm<T> form, ImportRequest request, InputStream xlsx) {
        // Who may not import is told before anything is read.
        records.bulk(programme, form.rows()).open(caller, request.fileName());
        new RowReader<>(form, programme.texts(), organisations, request.defaults()).checkDefaults();
        String file = io(() -> spool.receive(xlsx));
        return start(caller, programme, form, request, file);
    }

    private <T extends ProgrammeRecord> UUID start(
            Caller caller, ProgrammeContext programme, OfficialForm<T> form, ImportRequest request, String file) {
        Map<String, String> details = new HashMap<>();
        details.put(FORM, form.id());
        details.put(FILE, file);
        details.put(MODE, request.mode().name());
        request.defaults().forEach((field, value) -> details.put(DEFAULT + field, value));
        return tasks.start(
                caller,
                new TaskRunner.Plan(
                        KIND, programme.programmeId(), programme.year(), request.fileName(), request.dryRun(), details),
                progress -> run(caller, programme, form, request, file, progress));
    }

    private <T extends ProgrammeRecord> void run(
            Caller caller,
            ProgrammeContext programme,
            OfficialForm<T> form,
            ImportRequest request,
            String file,
            TaskProgress progress) {
        ImportRun.Job<T> job = new ImportRun.Job<>(
                caller, programme, form, request.mode(), request.dryRun(), request.fileName(), mostRows);
        RowReader<T> reader = new RowReader<>(form, programme.texts(), organisations, request.defaults());
        BulkRecords<T> bulk = records.bulk(programme, form.rows());
        io(() -> {
            try (Spool.Clear clear = spool.open(file);
                    XlsxBook book = new XlsxBook(clear.path(), spool.folder(), ReadLimits.DEFAULT)) {
                new ImportRun<>(job, texts, bulk, reader, book, progress)
                        .run((f, pages) -> new Head<>(programme, f, records, organisations, caller, pages));
            }
            return null;
        });
    }

    @Override
    public UUID commit(Caller caller, UUID dryRunTask, Mode mode) {
        TaskRunner.Known known = own(caller, dryRunTask);
        if (!known.task().dryRun() || known.task().state() != Tasks.State.DONE) {
            throw new RefusedException("CORE-STATE", null);
        }
        return start(caller, known, mode, false);
    }

    @Override
    public UUID again(Caller caller, UUID importTask) {
        TaskRunner.Known known = own(caller, importTask);
        Tasks.State state = known.task().state();
        if (state != Tasks.State.FAILED && state != Tasks.State.CANCELLED) {
            throw new RefusedException("CORE-STATE", null);
        }
        file(known);
        // Whoever was killed could not take back what was saved; its rows would be twice.
        if (undoable(caller, importTask)) {
            undo(caller, importTask);
        }
        return start(
                caller,
                known,
                Mode.valueOf(known.details().get(MODE)),
                known.task().dryRun());
    }

    /** With the file, form and defaults of an earlier task. */
    private UUID start(Caller caller, TaskRunner.Known known, Mode mode, boolean dryRun) {
        String file = file(known);
        ProgrammeContext programme = programme(known);
        io(() -> {
            spool.touch(file);
            return null;
        });
        Map<String, String> defaults = new HashMap<>();
        known.details().forEach((key, value) -> {
            if (key.startsWith(DEFAULT)) {
                defaults.put(key.substring(DEFAULT.length()), value);
            }
        });
        return start(
                caller,
                programme,
                form(known, programme),
                new ImportRequest(mode, dryRun, defaults, known.task().title()),
                file);
    }

    @Override
    public int undo(Caller caller, UUID importTask) {
        TaskRunner.Known known = find(caller, importTask);
        UUID importId = Optional.ofNullable(ImportRun.importId(known.details()))
                .filter(id -> known.task().state() != Tasks.State.RUNNING)
                .orElseThrow(() -> new RefusedException("CORE-STATE", null));
        ProgrammeContext programme = programme(known);
        int gone = records.bulk(programme, form(known, programme).rows()).undo(caller, importId);
        tasks.undone(importTask);
        return gone;
    }

    @Override
    public boolean undoable(Caller caller, UUID importTask) {
        TaskRunner.Known known = find(caller, importTask);
        UUID importId = ImportRun.importId(known.details());
        if (importId == null || known.task().state() == Tasks.State.RUNNING) {
            return false;
        }
        ProgrammeContext programme = programme(known);
        return records.bulk(programme, form(known, programme).rows()).undoable(caller, importId);
    }

    @Override
    public void writeErrors(Caller caller, UUID importTask, OutputStream xlsx) {
        TaskRunner.Known known = own(caller, importTask);
        String file = file(known);
        OfficialForm<?> form = form(known, programme(known));
        spool.written(xlsx, out -> {
            try (Spool.Clear clear = spool.open(file);
                    XlsxBook book = new XlsxBook(clear.path(), spool.folder(), ReadLimits.DEFAULT)) {
                List<Page> pages = ImportRun.survey(form, book);
                ErrorBook.write(
                        form,
                        book,
                        pages,
                        (sheet, row) -> tasks.rejected(importTask, sheet, row, PAGE).stream()
                                .filter(found -> found.sheet() == sheet)
                                .toList(),
                        out);
            }
        });
    }

    @Override
    public <T extends ProgrammeRecord> void export(
            Caller caller, ProgrammeContext programme, OfficialForm<T> form, RecordQuery query, OutputStream xlsx) {
        export(caller, programme, form, query, ClearView.MASKED, null, xlsx);
    }

    @Override
    public <T extends ProgrammeRecord> void exportClear(
            Caller caller,
            ProgrammeContext programme,
            OfficialForm<T> form,
            RecordQuery query,
            String reason,
            OutputStream xlsx) {
        ClearView clear = ClearView.of(caller, programme.programmeId());
        export(caller, programme, form, query, clear, Reasons.mandatory(reason), xlsx);
    }

    private <T extends ProgrammeRecord> void export(
            Caller caller,
            ProgrammeContext programme,
            OfficialForm<T> form,
            RecordQuery query,
            ClearView clear,
            String reason,
            OutputStream xlsx) {
        caller.require(programme.programmeId(), Right.VIEW);
        Export<T> export = new Export<>(
                caller, programme, form, organisations, records.bulk(programme, form.rows()), clear, mostSheetRows);
        spool.written(xlsx, out -> {
            Export.Written written = export.write(query, out);
            audit.write(
                    caller,
                    reason == null ? "form.export" : "form.export.clear",
                    programme.programmeId() + "/" + programme.year() + "/"
                            + form.rows().id(),
                    reason,
                    export.details(written));
        });
    }

    @Override
    public <T extends ProgrammeRecord> void template(
            Caller caller, ProgrammeContext programme, OfficialForm<T> form, OutputStream xlsx) {
        String union = organisations
                .secondLevelOf(caller.organisation().id())
                .map(Organisation::name)
                .orElse("");
        spool.written(xlsx, out -> {
            try (XlsxOut book = new XlsxOut(out)) {
                FormSheet sheet = new FormSheet(
                        book,
                        form,
                        programme.year(),
                        form.id(),
                        FormSheet.head(union, Map.of()),
                        Widths.of(form),
                        mostSheetRows);
                for (Object[] row : FormSheet.empty(form, TEMPLATE_ROWS)) {
                    sheet.row(row);
                }
                sheet.remarks();
            }
        });
    }

    private TaskRunner.Known find(Caller caller, UUID task) {
        return tasks.find(caller, task)
                .filter(known -> known.task().kind().equals(KIND))
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }

    /** The file holds personal data in clear, and rows become the acting organisation's: only who brought it goes on with it. */
    private TaskRunner.Known own(Caller caller, UUID task) {
        TaskRunner.Known known = find(caller, task);
        if (!known.task().startedBy().equals(caller.accountId())
                || !known.organisation().equals(caller.organisation().id())) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        return known;
    }

    private String file(TaskRunner.Known known) {
        String file = known.details().get(FILE);
        if (!spool.has(file)) {
            throw new RefusedException("CORE-IMP-GONE", null);
        }
        return file;
    }

    private ProgrammeContext programme(TaskRunner.Known known) {
        return programmes.context(known.task().programmeId(), known.task().year());
    }

    private OfficialForm<?> form(TaskRunner.Known known, ProgrammeContext programme) {
        return programmes.form(programme, known.details().get(FORM));
    }

    private interface Io<R> {
        R run() throws IOException;
    }

    private static <R> R io(Io<R> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
