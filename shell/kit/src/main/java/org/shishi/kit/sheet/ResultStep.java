package org.shishi.kit.sheet;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.router.QueryParameters;
import java.util.UUID;
import java.util.function.Consumer;
import org.shishi.api.platform.Tasks;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.Downloads;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.Notices;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.visit.Visit;

/** Last step: what was saved, what was not and why, the way to the records, and back while nobody has acted on them. */
final class ResultStep<T extends ProgrammeRecord> extends Div {

    private final transient ImportDesk<T> desk;
    private final transient Consumer<UUID> begun;

    /** @param begun is told of an import that begins anew */
    ResultStep(ImportDesk<T> desk, Tasks.Task task, Consumer<UUID> begun) {
        this.desk = desk;
        this.begun = begun;
        addClassName("stack");
        show(task);
    }

    private void show(Tasks.Task task) {
        removeAll();
        Section card = new Section(new H2(t("import.result." + task.state(), task.title())));
        card.addClassName("card");
        if (task.state() == Tasks.State.FAILED || task.state() == Tasks.State.CANCELLED) {
            card.add(new TaskTrouble(task));
        }
        card.add(new Paragraph(t("import.saved", Amounts.count(task.accepted()), Amounts.count(task.rejected()))));
        card.add(links(task));
        add(card);
        if (task.rejected() > 0 || task.warned() > 0) {
            Section rows = new Section(
                    new H2(t(task.rejected() > 0 ? "import.rejected" : "import.noteworthy")),
                    new RowList<>(desk, task, false));
            rows.addClassName("card");
            add(rows);
        }
    }

    private Component links(Tasks.Task task) {
        Visit visit = desk.visit();
        Div links = new Div();
        links.addClassName("form-buttons");
        if (task.rejected() > 0) {
            links.add(errorBook(desk, task));
        }
        if (desk.forms().undoable(visit.caller(), task.id())) {
            links.add(new Button(t("import.undo"), new Icon("vaadin:rotate-left"), e -> undo(task)));
        }
        links.add(PreviewStep.again(desk));
        boolean mine = visit.caller().accountId().equals(task.startedBy());
        if (mine && (task.state() == Tasks.State.FAILED || task.state() == Tasks.State.CANCELLED)) {
            links.add(PreviewStep.rerun(desk, task, begun));
        }
        if (task.state() == Tasks.State.DONE && task.accepted() > 0) {
            QueryParameters imported = QueryParameters.of("importId", task.id().toString());
            links.add(Links.primary(
                    Links.withQuery(visit.paths().list(desk.type()), imported), "vaadin:list", t("import.to-list")));
        }
        return links;
    }

    private void undo(Tasks.Task task) {
        Visit visit = desk.visit();
        new ActionDialog(
                        t("import.undo.title", task.title()),
                        t("import.undo.effect", Amounts.count(task.accepted())),
                        t("import.undo"))
                .dangerous()
                .open(
                        answer -> {
                            int gone = desk.forms().undo(visit.caller(), task.id());
                            Notices.success(t("import.undone", gone));
                            show(desk.task(task.id()));
                        },
                        visit.words(desk.type()));
    }

    /** The rows that were refused, each with its reason, to be mended and handed in again. */
    static Anchor errorBook(ImportDesk<?> desk, Tasks.Task task) {
        String name = t("import.errors.file", desk.form().id());
        return Downloads.button(
                "vaadin:download-alt", t("import.errors"), () -> name, Downloads.XLSX, out -> desk.forms()
                        .writeErrors(desk.visit().caller(), task.id(), out));
    }
}
