package org.shishi.kit.visit;

import static org.shishi.kit.KitTexts.t;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.workflow.Transition;
import org.shishi.kit.component.ActionDialog;

/** The question before a step: names the record (or how many) and where it goes. */
public final class TransitionDialog {

    private TransitionDialog() {}

    /** For one record. */
    public static <T extends ProgrammeRecord> void one(
            Visit visit,
            RecordType<T> type,
            T record,
            Transition<T> transition,
            Consumer<TransitionRequest> confirmed) {
        String verb = visit.action(transition.action());
        String effect =
                t("transition.effect", visit.state(type, record.head().status()), visit.state(type, transition.to()));
        ActionDialog dialog = dialog(visit, type, transition, t("transition.title", verb, type.title(record)), effect);
        if (transition.isReturning()) {
            dialog.remarks(labels(visit, type));
        }
        dialog.open(
                answer ->
                        confirmed.accept(new TransitionRequest(transition.action(), answer.reason(), answer.remarks())),
                visit.words(type));
    }

    /** For many records of one type. */
    public static <T extends ProgrammeRecord> void many(
            Visit visit,
            RecordType<T> type,
            int count,
            Transition<T> transition,
            Consumer<TransitionRequest> confirmed) {
        String verb = visit.action(transition.action());
        dialog(
                        visit,
                        type,
                        transition,
                        t("transition.title.many", verb, count),
                        t("transition.effect.many", visit.state(type, transition.to())))
                .open(
                        answer -> confirmed.accept(TransitionRequest.of(transition.action(), answer.reason())),
                        visit.words(type));
    }

    private static <T extends ProgrammeRecord> ActionDialog dialog(
            Visit visit, RecordType<T> type, Transition<T> transition, String title, String effect) {
        boolean end = type.workflow()
                .flatMap(flow -> flow.state(transition.to()))
                .filter(state -> state.end())
                .isPresent();
        ActionDialog dialog =
                new ActionDialog(title, end ? effect + t("transition.end") : effect, visit.action(transition.action()));
        if (end) {
            dialog.dangerous();
        }
        if (transition.reasonRequired()) {
            dialog.reasonRequired(t("reason"));
        }
        return dialog;
    }

    private static Map<String, String> labels(Visit visit, RecordType<?> type) {
        Map<String, String> labels = new LinkedHashMap<>();
        type.fields().stream()
                .filter(Field::isTyped)
                .forEach(field -> labels.put(field.name(), visit.format().label(type, field)));
        return labels;
    }
}
