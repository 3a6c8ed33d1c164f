package org.shishi.kit.detail;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import java.util.List;
import java.util.Optional;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.workflow.Transition;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.Notices;
import org.shishi.kit.visit.TransitionDialog;
import org.shishi.kit.visit.Visit;

/** The steps that can be taken from here: the one that leads on is the primary button, the others stand before it. */
final class ActionBar<T extends ProgrammeRecord> extends Div {

    private final transient Visit visit;
    private final transient RecordType<T> type;
    private final transient Runnable changed;

    ActionBar(Visit visit, RecordType<T> type, Runnable changed) {
        this.visit = visit;
        this.type = type;
        this.changed = changed;
        addClassNames("action-bar", "no-print");
    }

    void show(T record, boolean editable) {
        removeAll();
        List<Transition<T>> steps = visit.records(type).available(visit.caller(), record);
        Optional<Transition<T>> primary = steps.stream()
                .filter(step -> !step.isReturning() && !step.reasonRequired())
                .findFirst();
        if (editable) {
            add(Links.button(visit.paths().edit(type, record.id()), "vaadin:edit", t("edit")));
        }
        steps.stream()
                .filter(step -> primary.filter(step::equals).isEmpty())
                .forEach(step -> add(button(step, record)));
        primary.ifPresent(step -> {
            Button button = button(step, record);
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(button);
        });
        Button print = new Button(t("print"), new Icon("vaadin:print"));
        print.addClickListener(e -> print.getElement().executeJs("window.print()"));
        print.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        addComponentAsFirst(print);
    }

    private Button button(Transition<T> step, T record) {
        return new Button(
                visit.action(step.action()),
                e -> TransitionDialog.one(visit, type, record, step, request -> {
                    visit.records(type).transition(visit.caller(), record.id(), record.version(), request);
                    Notices.success(t("transition.done", visit.action(step.action()), type.title(record)));
                    changed.run();
                }));
    }
}
