package org.shishi.kit.sheet;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.form.Forms;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.platform.Tasks;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.kit.component.Announcer;
import org.shishi.kit.component.Ticker;
import org.shishi.kit.visit.Visit;

/**
 * An import from file to result. The address names the task, so that it can be left and come back to: none yet, the
 * file is asked for; a dry run, its rows are shown; a real one, what became of it.
 */
public final class ImportFlow<T extends ProgrammeRecord> extends Div {

    private static final String TASK = "task";
    private static final String FORM = "form";

    /** Which of the steps is shown. */
    enum Step {
        FILE,
        CHECK,
        RESULT
    }

    private final transient ImportDesk<T> desk;
    private final Div body = new Div();

    /** @param task from the address; null: none yet */
    public ImportFlow(
            Visit visit, RecordType<T> type, OfficialForm<T> form, Forms forms, Tasks tasks, Ticker ticker, UUID task) {
        desk = new ImportDesk<>(visit, type, form, forms, tasks, ticker);
        addClassName("import-flow");
        body.addClassName("stack");
        add(body);
        if (task == null) {
            upload();
        } else {
            show(desk.task(task));
        }
    }

    private void upload() {
        steps(Step.FILE);
        body.add(new UploadStep<>(desk, this::go), new EarlierImports<>(desk));
    }

    private void show(Tasks.Task task) {
        body.removeAll();
        steps(task.dryRun() ? Step.CHECK : Step.RESULT);
        if (task.state() == Tasks.State.RUNNING) {
            body.add(running(task));
        } else if (task.dryRun()) {
            body.add(new PreviewStep<>(desk, task, this::go));
        } else {
            body.add(new ResultStep<>(desk, task, this::go));
        }
    }

    private void steps(Step now) {
        body.removeAll();
        body.add(new StepLine(List.of(Step.values()), now));
    }

    private Component running(Tasks.Task task) {
        Section card = new Section(new H2(t(task.dryRun() ? "import.checking" : "import.saving", task.title())));
        card.addClassName("card");
        card.add(new org.shishi.kit.component.TaskProgress(
                desk.tasks(), desk.visit().caller(), task.id(), desk.ticker(), ended -> {
                    Announcer.say(t("import.ended"));
                    show(ended);
                }));
        return card;
    }

    private void go(UUID task) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(FORM, desk.form().id());
        parameters.put(TASK, task.toString());
        UI.getCurrent().navigate(desk.visit().paths().importing(desk.type()), QueryParameters.simple(parameters));
    }
}
