package org.shishi.shell.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shishi.api.form.Forms;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.Tasks;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Text;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.Downloads;
import org.shishi.kit.component.ImportMode;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.RefusalWords;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.component.TaskProgress;
import org.shishi.kit.component.Ticker;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.kit.text.UploadTexts;
import org.shishi.shell.text.ShellTexts;

/**
 * A list of the platform from Excel: file, row by row check, result. The address names the task, so that it can be left
 * and come back to.
 */
public final class ListImport extends Div {

    public static final String TASK = "task";
    private static final int SHOWN = 200;
    private static final int CELLS = 5;
    private static final String WARNED = "vaadin:warning";

    private final transient ListSheets sheets;
    private final transient Tasks tasks;
    private final transient Ticker ticker;
    private final transient RefusalWords words;
    private final ListSheets.Kind kind;
    private final String route;
    private final transient Caller caller = CurrentUser.get();

    public ListImport(
            ListSheets sheets, Tasks tasks, Ticker ticker, RefusalWords words, ListSheets.Kind kind, String route) {
        this.sheets = sheets;
        this.tasks = tasks;
        this.ticker = ticker;
        this.words = words;
        this.kind = kind;
        this.route = route;
        addClassName("stack");
    }

    /** @param task null: none yet */
    public void show(UUID task) {
        removeAll();
        Tasks.Task found = task == null ? null : tasks.get(caller, task).orElse(null);
        if (found == null) {
            add(file());
        } else if (found.state() == Tasks.State.RUNNING) {
            Section card = card(ShellTexts.t(found.dryRun() ? "lists.checking" : "lists.saving", found.title()));
            card.add(new TaskProgress(tasks, caller, found.id(), ticker, ended -> show(ended.id())));
            add(card);
        } else {
            add(outcome(found));
        }
    }

    private Component file() {
        Upload upload = UploadTexts.speak(new Upload());
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".xlsx");
        upload.getElement().setAttribute("aria-label", ShellTexts.t("lists.file"));
        upload.addFileRejectedListener(e -> Notices.error(e.getErrorMessage()));
        upload.setUploadHandler(event -> receive(event, upload));
        Section card = card(ShellTexts.t("lists.file"));
        card.add(
                new Paragraph(ShellTexts.t("lists.text." + kind)),
                Downloads.button(
                        "vaadin:download",
                        ShellTexts.t("lists.template"),
                        () -> ShellTexts.t("lists.template.file." + kind),
                        Downloads.XLSX,
                        out -> sheets.template(caller, kind, out)),
                upload);
        return card;
    }

    /** On a request thread: the file is spooled here, checked by a task. */
    private void receive(UploadEvent event, Upload upload) throws IOException {
        UI ui = event.getUI();
        try (InputStream content = event.getInputStream()) {
            UUID task = sheets.start(caller, kind, event.getFileName(), content);
            ui.access(() -> go(ui, task));
        } catch (RefusedException e) {
            ui.access(() -> {
                upload.clearFileList();
                Notices.error(words.of(e.violations()));
            });
        }
    }

    private void go(UI ui, UUID task) {
        ui.navigate(route, QueryParameters.of(TASK, task.toString()));
    }

    private Component outcome(Tasks.Task task) {
        Section card = card(ShellTexts.t(task.dryRun() ? "lists.checked" : "lists.done", task.title()));
        if (task.state() != Tasks.State.DONE) {
            card.add(new Paragraph(
                    task.error() == null
                            ? ShellTexts.t("lists.cancelled")
                            : task.error().in(Messages.locale())));
        } else {
            card.add(new Paragraph(ShellTexts.t(
                    task.dryRun() ? "lists.checked.counts" : "lists.done.counts", task.accepted(), task.rejected())));
            if (task.warned() > 0) {
                card.add(new StatusBadge(
                        Tone.WARNING, WARNED, ShellTexts.t("lists.counts.warned", Amounts.count(task.warned()))));
            }
        }
        Div buttons = new Div();
        buttons.addClassName("programme-actions");
        if (task.dryRun() && task.state() == Tasks.State.DONE && task.accepted() > 0) {
            ImportMode mode = new ImportMode(task.accepted(), task.rejected());
            card.add(mode);
            commits(buttons, task, mode);
        }
        if (!task.dryRun() && task.state() == Tasks.State.DONE && sheets.hasResults(caller, task.id())) {
            card.add(new Paragraph(ShellTexts.t("lists.results.text." + kind)));
            buttons.add(Downloads.button(
                    "vaadin:download",
                    ShellTexts.t("lists.results." + kind),
                    () -> ShellTexts.t("lists.results.file." + kind),
                    Downloads.XLSX,
                    out -> sheets.writeResults(caller, task.id(), out)));
        }
        if (task.rejected() > 0) {
            buttons.add(Downloads.button(
                    "vaadin:download",
                    ShellTexts.t("lists.errors"),
                    () -> ShellTexts.t("lists.errors.file"),
                    Downloads.XLSX,
                    out -> sheets.writeErrors(caller, task.id(), out)));
        }
        buttons.add(Links.button(route, "vaadin:refresh", ShellTexts.t("lists.again")));
        card.add(buttons, rows(task));
        return card;
    }

    private void commits(Div buttons, Tasks.Task task, ImportMode mode) {
        Button all = new Button(ShellTexts.t("lists.commit", task.accepted()), e -> commit(task, mode.getValue()));
        all.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        all.setDisableOnClick(true);
        buttons.add(all);
    }

    private void commit(Tasks.Task task, Forms.Mode mode) {
        try {
            go(UI.getCurrent(), sheets.commit(caller, task.id(), mode));
        } catch (RefusedException e) {
            Notices.error(words.of(e.violations()));
        }
    }

    /** The faulty ones first, then those with a note: there is something to do about them. */
    private Component rows(Tasks.Task task) {
        List<Tasks.Row> rows = new ArrayList<>(tasks.rejectedRows(caller, task.id(), -1, SHOWN));
        if (rows.size() < SHOWN) {
            rows.addAll(tasks.warnedRows(caller, task.id(), -1, SHOWN - rows.size()));
        }
        tasks.previewRows(caller, task.id(), SHOWN).stream()
                .filter(row -> row.refusals().isEmpty() && row.warnings().isEmpty())
                .limit(Math.max(0, SHOWN - rows.size()))
                .forEach(rows::add);
        List<PagedTable.Column<Tasks.Row>> columns = new ArrayList<>();
        columns.add(new PagedTable.Column<>(
                ShellTexts.t("lists.row"),
                null,
                PagedTable.Width.SHORT,
                row -> Cell.text(Integer.toString(row.row()))));
        columns.add(new PagedTable.Column<>(
                ShellTexts.t("lists.verdict"), null, PagedTable.Width.SHORT, ListImport::verdict));
        columns.add(new PagedTable.Column<>(
                ShellTexts.t("lists.reasons"),
                null,
                PagedTable.Width.TEXT,
                row -> Cell.text(words(row.messages(), row.cautions()))));
        sheets.columns(kind).stream()
                .limit(CELLS)
                .forEach(column -> columns.add(new PagedTable.Column<>(
                        column.label(),
                        null,
                        PagedTable.Width.SHORT,
                        row -> Cell.text(row.cells().getOrDefault(column.field(), "")))));
        PagedTable<Tasks.Row> table = PlainTable.of(ShellTexts.t("lists.rows"), columns, Tasks.Row::row);
        table.show(rows);
        return table;
    }

    private static Cell verdict(Tasks.Row row) {
        if (!row.refusals().isEmpty()) {
            return Cell.status(Tone.DANGER, "vaadin:close-circle", ShellTexts.t("lists.bad"));
        }
        return row.warnings().isEmpty()
                ? Cell.status(Tone.SUCCESS, "vaadin:check-circle", ShellTexts.t("lists.good"))
                : Cell.status(Tone.WARNING, WARNED, ShellTexts.t("lists.warned"));
    }

    private static String words(List<Text> messages, List<Text> more) {
        return Stream.concat(messages.stream(), more.stream())
                .map(message -> message.in(Messages.locale()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Section card(String title) {
        Section card = new Section(new H2(title));
        card.addClassNames("card", "stack");
        return card;
    }
}
