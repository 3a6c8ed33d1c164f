package org.shishi.kit.detail;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.DataProvider;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Teamwork;
import org.shishi.api.record.Teamwork.Act;
import org.shishi.api.record.Teamwork.Person;
import org.shishi.api.record.Teamwork.Situation;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.workflow.Transition;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.Notices;
import org.shishi.kit.text.BuiltIn;
import org.shishi.kit.visit.Visit;

/** The questions before what people do together: whom, and with which words. */
final class TeamDialogs<T extends ProgrammeRecord> {

    private static final int SHOWN = 100;

    private final Visit visit;
    private final RecordType<T> type;
    private final T record;
    private final Situation situation;
    private final Runnable changed;

    TeamDialogs(Visit visit, RecordType<T> type, T record, Situation situation, Runnable changed) {
        this.visit = visit;
        this.type = type;
        this.record = record;
        this.situation = situation;
        this.changed = changed;
    }

    private Teamwork team() {
        return visit.records(type).teamwork();
    }

    private ActionDialog dialog(Act act) {
        String verb = t("team.act." + act.name());
        return new ActionDialog(t("transition.title", verb, type.title(record)), t("team.effect." + act.name()), verb);
    }

    private void open(ActionDialog dialog, Act act, Consumer<ActionDialog.Answer> deed) {
        dialog.open(
                answer -> {
                    deed.accept(answer);
                    Notices.success(t("transition.done", t("team.act." + act.name()), type.title(record)));
                    changed.run();
                },
                visit.words(type));
    }

    private MultiSelectComboBox<Person> people(Act act) {
        MultiSelectComboBox<Person> people = BuiltIn.speak(new MultiSelectComboBox<>(t("team.people")));
        people.setItemLabelGenerator(person -> t("timeline.who", person.name(), person.organisation()));
        people.setItems(DataProvider.fromFilteringCallbacks(
                query -> found(act, query.getFilter().orElse("")).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> found(act, query.getFilter().orElse("")).size()));
        people.setWidthFull();
        people.setRequiredIndicatorVisible(true);
        return people;
    }

    private List<Person> found(Act act, String text) {
        return team().people(visit.caller(), record.id(), act, text, SHOWN);
    }

    private static Collection<UUID> ids(MultiSelectComboBox<Person> people) {
        return people.getSelectedItems().stream().map(Person::account).toList();
    }

    void askBefore() {
        MultiSelectComboBox<Person> people = people(Act.ASK_BEFORE);
        open(dialog(Act.ASK_BEFORE).with(people).reason(t("team.words")), Act.ASK_BEFORE, answer -> team().askBefore(
                        visit.caller(), record.id(), ids(people), answer.reason()));
    }

    void askAfter() {
        Select<Transition<T>> steps = new Select<>();
        steps.setLabel(t("team.decision"));
        List<Transition<T>> decisions = visit.records(type).available(visit.caller(), record).stream()
                .filter(step -> !step.isReturning())
                .toList();
        steps.setItems(decisions);
        steps.setItemLabelGenerator(step -> visit.action(step.action()));
        decisions.stream().findFirst().ifPresent(steps::setValue);
        steps.setWidthFull();
        MultiSelectComboBox<Person> people = people(Act.ASK_AFTER);
        open(
                dialog(Act.ASK_AFTER).with(steps).with(people).reason(t("reason")),
                Act.ASK_AFTER,
                answer -> team().askAfter(
                                visit.caller(),
                                record.id(),
                                TransitionRequest.of(
                                        steps.getValue() == null
                                                ? null
                                                : steps.getValue().action(),
                                        answer.reason()),
                                ids(people)));
    }

    void sign(boolean agree) {
        String verb = t(agree ? "team.agree" : "team.refuse");
        ActionDialog dialog = new ActionDialog(
                t("transition.title", verb, type.title(record)),
                t("team.effect." + (agree ? "agree" : "refuse")),
                verb);
        open(agree ? dialog.reason(t("reason")) : dialog.reasonRequired(t("reason")), Act.SIGN, answer -> team().sign(
                        visit.caller(), record.id(), agree, answer.reason()));
    }

    void passOn() {
        Select<Person> taker = new Select<>();
        taker.setLabel(t("team.person"));
        taker.setItems(found(Act.PASS_ON, null));
        taker.setItemLabelGenerator(person -> t("timeline.who", person.name(), person.organisation()));
        taker.setRequiredIndicatorVisible(true);
        taker.setWidthFull();
        open(dialog(Act.PASS_ON).with(taker).reason(t("team.words")), Act.PASS_ON, answer -> team().passOn(
                        visit.caller(),
                        record.id(),
                        taker.getValue() == null ? null : taker.getValue().account(),
                        answer.reason()));
    }

    void nudge() {
        open(dialog(Act.NUDGE).reason(t("team.words")), Act.NUDGE, answer -> team().nudge(
                        visit.caller(), record.id(), answer.reason()));
    }

    void copyTo() {
        MultiSelectComboBox<Person> people = people(Act.COPY);
        open(dialog(Act.COPY).with(people).reason(t("team.words")), Act.COPY, answer -> team().copyTo(
                        visit.caller(), record.id(), ids(people), answer.reason()));
    }

    void withdraw() {
        open(dialog(Act.WITHDRAW).reason(t("reason")), Act.WITHDRAW, answer -> team().withdraw(
                        visit.caller(), record.id(), answer.reason()));
    }

    void sendBack() {
        Select<String> state = new Select<>();
        state.setLabel(t("team.state"));
        state.setItems(situation.earlier());
        state.setItemLabelGenerator(name -> name == null ? "" : visit.state(type, name));
        state.setValue(situation.earlier().getFirst());
        state.setWidthFull();
        Map<String, String> labels = new LinkedHashMap<>();
        type.fields().stream()
                .filter(Field::isTyped)
                .forEach(field -> labels.put(field.name(), visit.format().label(type, field)));
        open(
                dialog(Act.SEND_BACK).with(state).reasonRequired(t("reason")).remarks(labels),
                Act.SEND_BACK,
                answer -> team().sendBack(
                                visit.caller(), record.id(), state.getValue(), answer.reason(), answer.remarks()));
    }
}
