package org.shishi.core.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.shishi.api.form.Forms;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.core.record.BulkRecords;
import org.shishi.core.rule.Verdict;
import org.shishi.core.sheet.SheetRow;
import org.shishi.core.sheet.XlsxBook;
import org.shishi.core.task.TaskProgress;
import org.shishi.core.task.TaskRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One import. A file is first checked row by row, or, when good rows count by themselves, saved chunk by chunk; all or
 * nothing is a check of everything and then one transaction. Whatever ends it early leaves nothing saved.
 */
final class ImportRun<T extends ProgrammeRecord> {

    static final String IMPORT_ID = "import";

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int CHUNK = 1_000;

    /** What is imported how. */
    record Job<T extends ProgrammeRecord>(
            Caller caller,
            ProgrammeContext programme,
            OfficialForm<T> form,
            Forms.Mode mode,
            boolean dryRun,
            String fileName,
            long mostRows) {}

    private final Job<T> job;
    private final CoreTexts texts;
    private final BulkRecords<T> bulk;
    private final RowReader<T> reader;
    private final XlsxBook book;
    private final TaskProgress progress;
    private List<Page> pages;
    private Head<T> head;
    private long read;
    private long bad;

    ImportRun(
            Job<T> job,
            CoreTexts texts,
            BulkRecords<T> bulk,
            RowReader<T> reader,
            XlsxBook book,
            TaskProgress progress) {
        this.job = job;
        this.texts = texts;
        this.bulk = bulk;
        this.reader = reader;
        this.book = book;
        this.progress = progress;
    }

    /** The pages of a file that hold the form. */
    static List<Page> survey(OfficialForm<?> form, XlsxBook book) throws IOException {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < book.sheets().size(); i++) {
            Page page = Page.survey(form, book, i);
            if (page != null) {
                pages.add(page);
            }
        }
        return pages;
    }

    void run(BiFunction<OfficialForm<T>, List<Page>, Head<T>> heads) throws IOException {
        pages = survey(job.form(), book);
        requireColumns();
        head = heads.apply(job.form(), pages);
        List<Violation> headFaults = head.check();
        if (!headFaults.isEmpty()) {
            reject(headFaults);
        }
        boolean good = headFaults.isEmpty();
        if (job.mode() == Forms.Mode.VALID_ONLY && !job.dryRun() && good) {
            saveGoodOnes();
            return;
        }
        check();
        boolean complete = good && remarksFit() && bad == 0;
        if (job.mode() == Forms.Mode.ALL_OR_NOTHING && complete && !job.dryRun()) {
            saveAll();
        } else if (!job.dryRun() || !good || job.mode() == Forms.Mode.ALL_OR_NOTHING && !complete) {
            progress.accepted(0);
        }
    }

    private void requireColumns() {
        if (pages.isEmpty()) {
            throw header(
                    job.form().columns().stream()
                            .filter(column -> !column.optional() && column.field() != null)
                            .map(OfficialForm.Column::label)
                            .collect(Collectors.joining("、")),
                    null);
        }
        for (Page page : pages) {
            List<String> missing = page.layout().missing();
            if (!missing.isEmpty()) {
                throw header(String.join("、", missing), pages.size() > 1 ? page.name() : null);
            }
        }
    }

    /** @param sheet null: there is but one */
    private static RefusedException header(String columns, String sheet) {
        return new RefusedException(
                "CORE-IMP-HEADER",
                null,
                new Text(
                        "缺少的列：" + columns + (sheet == null ? "" : "（工作表“" + sheet + "”）"),
                        "Missing columns: " + columns + (sheet == null ? "" : " (sheet \"" + sheet + "\")")));
    }

    private void reject(List<Violation> faults) {
        progress.head(TaskRow.of(0, 0, Verdict.of(faults), this::words, Map.of()));
    }

    private Text words(Violation violation) {
        return texts.message(violation, job.programme().texts());
    }

    private void check() throws IOException {
        BulkRecords.Session<T> session = bulk.open(job.caller(), job.fileName());
        BulkRecords.Session<T> unreadable = bulk.open(job.caller(), job.fileName());
        each((page, rows) -> {
            List<Verdict> verdicts = judge(rows, session::check, unreadable);
            tell(page, rows, verdicts);
        });
        progress.total(read);
    }

    private void saveGoodOnes() throws IOException {
        // People look for what an import brought by the task they know.
        BulkRecords.Session<T> session = bulk.open(job.caller(), job.fileName(), progress.id());
        BulkRecords.Session<T> unreadable = bulk.open(job.caller(), job.fileName());
        progress.remember(IMPORT_ID, session.importId().toString());
        try {
            head.save();
            each((page, rows) -> {
                rows.forEach(row -> head.link(row.record()));
                List<Verdict> verdicts = judge(rows, session::insert, unreadable);
                tell(page, rows, verdicts);
            });
            progress.total(read);
        } catch (RuntimeException | IOException | Error e) {
            takeBack(session);
            throw e;
        }
        if (remarksFit()) {
            head.save();
        }
    }

    /** The line of remarks comes last; if it does not fit, the header keeps the one it has. */
    private boolean remarksFit() {
        if (!head.values().containsKey(Head.REMARKS) || !head.foreign().isEmpty()) {
            return true;
        }
        List<Violation> faults = head.check().stream()
                .filter(fault -> Head.REMARKS.equals(fault.field()))
                .toList();
        if (!faults.isEmpty()) {
            reject(faults);
        }
        return faults.isEmpty();
    }

    private void takeBack(BulkRecords.Session<T> session) {
        progress.accepted(0);
        if (session.saved() > 0) {
            try {
                bulk.undo(job.caller(), session.importId());
            } catch (RuntimeException e) {
                // It can still be taken back by hand: the task knows the import.
                LOG.warn("Import {} ended early and could not be taken back: {}", progress.id(), e.getMessage());
            }
        }
    }

    private void saveAll() {
        BulkRecords.Session<T> session = bulk.open(job.caller(), job.fileName(), progress.id());
        progress.remember(IMPORT_ID, session.importId().toString());
        try {
            job.programme().database().transact(em -> {
                saveAll(session);
                return null;
            });
        } catch (RuntimeException | Error e) {
            progress.accepted(0);
            throw e;
        }
    }

    private void saveAll(BulkRecords.Session<T> session) {
        head.save();
        try {
            each((page, rows) -> {
                rows.forEach(row -> head.link(row.record()));
                for (Verdict verdict :
                        session.insert(rows.stream().map(RowReader.Read::record).toList())) {
                    if (verdict.refused()) {
                        // Somebody saved the same thing since it was checked.
                        throw new RefusedException("CORE-STALE", null);
                    }
                }
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Rows that could not be read are only checked: they hear of everything else that is wrong with them. */
    private List<Verdict> judge(
            List<RowReader.Read<T>> rows,
            java.util.function.Function<List<T>, List<Verdict>> sound,
            BulkRecords.Session<T> unreadable) {
        List<Verdict> soundVerdicts = sound.apply(records(rows, true));
        List<T> others = records(rows, false);
        List<Verdict> otherVerdicts = others.isEmpty() ? List.of() : unreadable.check(others);
        List<Verdict> all = new ArrayList<>(rows.size());
        int at = 0;
        int other = 0;
        for (RowReader.Read<T> row : rows) {
            if (sound(row)) {
                all.add(soundVerdicts.get(at++));
            } else {
                Verdict judged = otherVerdicts.get(other++);
                all.add(new Verdict(reader.verdict(row, judged.refusals()), judged.warnings()));
            }
        }
        return all;
    }

    private static boolean sound(RowReader.Read<?> row) {
        return row.faults().isEmpty() && row.negative().isEmpty();
    }

    private List<T> records(List<RowReader.Read<T>> rows, boolean sound) {
        return rows.stream()
                .filter(row -> sound(row) == sound)
                .map(RowReader.Read::record)
                .toList();
    }

    private void tell(Page page, List<RowReader.Read<T>> rows, List<Verdict> verdicts) {
        List<TaskRow> told = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Verdict verdict = verdicts.get(i);
            bad += verdict.refused() ? 1 : 0;
            SheetRow source = rows.get(i).source();
            boolean noteworthy = verdict.refused() || !verdict.warnings().isEmpty();
            boolean kept = noteworthy || read - rows.size() + i < TaskProgress.PREVIEW;
            told.add(TaskRow.of(
                    page.sheet(),
                    source.number(),
                    verdict,
                    this::words,
                    kept ? reader.cells(source, page.layout()) : Map.of()));
        }
        progress.rows(told);
    }

    private interface Chunk<T> {
        void take(Page page, List<RowReader.Read<T>> rows);
    }

    private void each(Chunk<T> chunk) throws IOException {
        read = 0;
        for (Page page : pages) {
            try (PageRows rows = new PageRows(page, book)) {
                each(page, rows, chunk);
                head.remarks(rows.remarks());
            }
        }
    }

    private void each(Page page, PageRows rows, Chunk<T> chunk) throws IOException {
        Supplier<RowReader.Read<T>> reading = () -> {
            SheetRow row = rows.next();
            return row == null ? null : reader.read(row, page.layout());
        };
        try (ReadAhead<RowReader.Read<T>> ahead = new ReadAhead<>(reading, CHUNK)) {
            for (List<RowReader.Read<T>> some = ahead.next(); some != null; some = ahead.next()) {
                progress.check();
                read += some.size();
                if (read > job.mostRows()) {
                    throw new RefusedException("CORE-IMP-ROWS", null, job.mostRows());
                }
                chunk.take(page, some);
            }
            progress.check();
        }
    }

    static UUID importId(Map<String, String> details) {
        String id = details.get(IMPORT_ID);
        return id == null ? null : UUID.fromString(id);
    }
}
