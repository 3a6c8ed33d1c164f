package org.shishi.core.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.audit.Audit;
import org.shishi.api.form.Forms;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.ListSheets.Column;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.rule.Verdict;
import org.shishi.core.sheet.ReadLimits;
import org.shishi.core.sheet.Spool;
import org.shishi.core.sheet.TableRows;
import org.shishi.core.sheet.TableRows.Cells;
import org.shishi.core.sheet.XlsxBook;
import org.shishi.core.task.TaskProgress;
import org.shishi.core.task.TaskRow;

/** One import: rows are read as a stream, looked at together, and saved in one transaction. */
final class ListRun {

    static final int MOST_ROWS = 100_000;
    private static final int AT_ONCE = 1_000;

    private final SheetList list;
    private final Caller caller;
    private final CoreDatabase database;
    private final CoreTexts texts;
    private final Audit audit;
    private final TaskProgress progress;
    private final List<Cells> rows = new ArrayList<>();

    ListRun(SheetList list, Caller caller, CoreDatabase database, CoreTexts texts, Audit audit, TaskProgress progress) {
        this.list = list;
        this.caller = caller;
        this.database = database;
        this.texts = texts;
        this.audit = audit;
        this.progress = progress;
    }

    /** @param mode null: a dry run */
    void run(Spool spool, String file, Forms.Mode mode) {
        read(spool, file);
        progress.total(rows.size());
        if (mode == null) {
            tell(database.read(handle -> list.open(caller, handle, false).check(rows)));
            return;
        }
        List<Verdict> verdicts = database.transact(handle -> {
            SheetList.Pass pass = list.open(caller, handle, true);
            List<Verdict> found = pass.check(rows);
            progress.check();
            long bad = bad(found);
            if (bad == 0 || mode == Forms.Mode.VALID_ONLY) {
                pass.save();
                keepResults(spool, pass);
                audit.write(
                        caller,
                        "list.import",
                        list.kind().task(),
                        null,
                        Map.of(
                                "rows",
                                Long.toString(rows.size() - bad),
                                "task",
                                progress.id().toString()));
            }
            // The last moment at which it can be stopped: what is committed stays.
            progress.check();
            return found;
        });
        tell(verdicts);
        if (mode == Forms.Mode.ALL_OR_NOTHING && bad(verdicts) > 0) {
            progress.accepted(0);
        }
    }

    /** Before the commit: nobody shall have a password that nobody was told. */
    private void keepResults(Spool spool, SheetList.Pass pass) {
        if (list.resultLabels().isEmpty()) {
            return;
        }
        try {
            spool.keep(results(progress.id()), out -> ListBook.results(list, out, pass::results));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the spool keeps what came of a task. */
    static String results(UUID task) {
        return task + ".results";
    }

    private static long bad(List<Verdict> verdicts) {
        return verdicts.stream().filter(Verdict::refused).count();
    }

    private void read(Spool spool, String file) {
        List<String> labels = list.columns().stream().map(Column::label).toList();
        try (Spool.Clear clear = spool.open(file);
                XlsxBook book = new XlsxBook(clear.path(), spool.folder(), ReadLimits.DEFAULT)) {
            TableRows.read(book, labels, MOST_ROWS, row -> {
                if (rows.size() % AT_ONCE == 0) {
                    progress.check();
                }
                rows.add(row);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(List<Verdict> verdicts) {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<TaskRow> told = new ArrayList<>();
            for (int i = from; i < Math.min(rows.size(), from + AT_ONCE); i++) {
                Verdict verdict = verdicts.get(i);
                boolean kept = verdict.refused() || !verdict.warnings().isEmpty() || i < TaskProgress.PREVIEW;
                told.add(TaskRow.of(
                        0,
                        rows.get(i).number(),
                        verdict,
                        violation -> texts.message(violation, null),
                        kept ? cells(rows.get(i)) : Map.of()));
            }
            progress.rows(told);
        }
    }

    private Map<String, String> cells(Cells row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < list.columns().size(); i++) {
            cells.put(list.columns().get(i).field(), list.shown(row, i));
        }
        return cells;
    }
}
