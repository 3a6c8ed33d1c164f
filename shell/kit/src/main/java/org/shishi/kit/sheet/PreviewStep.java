package org.shishi.kit.sheet;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.Icon;
import java.util.UUID;
import java.util.function.Consumer;
import org.shishi.api.form.Forms;
import org.shishi.api.platform.Tasks;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.ImportMode;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.field.Amounts;

/** Second step: every row with its verdict, nothing saved yet; then the choice what to do about the bad ones. */
final class PreviewStep<T extends ProgrammeRecord> extends Div {

    PreviewStep(ImportDesk<T> desk, Tasks.Task task, Consumer<UUID> committed) {
        addClassName("stack");
        Section summary = new Section(new H2(t("import.checked", task.title())));
        summary.addClassName("card");
        if (task.state() != Tasks.State.DONE) {
            summary.add(new TaskTrouble(task), buttons(again(desk), rerun(desk, task, committed)));
            add(summary);
            return;
        }
        summary.add(new Paragraph(t("import.counts", Amounts.count(task.accepted()), Amounts.count(task.rejected()))));
        if (task.warned() > 0) {
            summary.add(new StatusBadge(
                    Tone.WARNING, "vaadin:warning", t("import.counts.warned", Amounts.count(task.warned()))));
        }
        summary.add(task.accepted() == 0 ? nothing(desk, task) : choice(desk, task, committed));
        Section rows = new Section(new H2(t("import.rows")), new RowList<>(desk, task, true));
        rows.addClassName("card");
        add(summary, rows);
    }

    private Component nothing(ImportDesk<T> desk, Tasks.Task task) {
        Div row = buttons(again(desk));
        if (task.rejected() > 0) {
            row.add(ResultStep.errorBook(desk, task));
        }
        Div box = new Div(new Paragraph(t("import.nothing")), row);
        box.addClassName("stack");
        return box;
    }

    private Component choice(ImportDesk<T> desk, Tasks.Task task, Consumer<UUID> committed) {
        ImportMode mode = new ImportMode(task.accepted(), task.rejected());
        // In chunks, whatever their number: all or nothing would be one transaction.
        mode.setValue(Forms.Mode.VALID_ONLY);
        Button commit = new Button(t("import.commit", Amounts.count(task.accepted())));
        commit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        commit.setDisableOnClick(true);
        commit.addClickListener(e -> {
            commit.setEnabled(true);
            desk.visit()
                    .attempt(() ->
                            committed.accept(desk.forms().commit(desk.visit().caller(), task.id(), mode.getValue())));
        });
        Div box = new Div();
        box.addClassName("stack");
        if (task.rejected() > 0) {
            box.add(mode, buttons(again(desk), ResultStep.errorBook(desk, task), commit));
        } else {
            box.add(buttons(again(desk), commit));
        }
        return box;
    }

    private static Div buttons(Component... buttons) {
        Div row = new Div(buttons);
        row.addClassName("form-buttons");
        return row;
    }

    /** The file is still here: nobody has to hand it in a second time. */
    static Component rerun(ImportDesk<?> desk, Tasks.Task task, Consumer<UUID> begun) {
        Button rerun = new Button(t("import.rerun"), new Icon("vaadin:play"));
        rerun.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        rerun.addClickListener(e -> desk.visit()
                .attempt(() -> begun.accept(desk.forms().again(desk.visit().caller(), task.id()))));
        return rerun;
    }

    static Component again(ImportDesk<?> desk) {
        return Links.button(desk.visit().paths().importing(desk.type()), "vaadin:refresh", t("import.again"));
    }
}
