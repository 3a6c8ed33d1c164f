package org.shishi.kit.edit;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.Violation;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.KeptDraft;
import org.shishi.kit.visit.Visit;

/** A new record: checked whole, saved, then shown. */
public final class NewRecord<T extends ProgrammeRecord> extends Div implements Draft {

    private final transient Visit visit;
    private final transient RecordType<T> type;
    private final transient Runnable failed;
    private final transient RecordForm<T> form;
    private final transient Dirty dirty;

    /** @param failed run when errors are shown, for the page's title */
    public NewRecord(Visit visit, RecordType<T> type, Runnable failed) {
        this.visit = visit;
        this.type = type;
        this.failed = failed;
        form = RecordForm.blank(visit, type, type.blank());
        dirty = new Dirty(form::typed);
        type.person().ifPresent(fields -> type.fields().stream()
                .filter(Field::isTyped)
                .forEach(field -> form.changed(field.name(), () -> lookAt(fields.number()))));
        add(form, new FormButtons(t("save.new"), this::save, visit.paths().list(type)));
    }

    /**
     * Who the person is decides whether there is anything to write down: told before all the rest is typed, and again with
     * each answer, since days and kinds may exclude others.
     */
    private void lookAt(Field<T, String> asked) {
        T draft = type.blank();
        form.into(draft);
        if (asked.get(draft) == null) {
            return;
        }
        String number = asked.name();
        visit.attempt(
                () -> form.tell(
                        number,
                        visit.records(type).validate(visit.caller(), draft).stream()
                                .filter(violation -> number.equals(violation.field()))
                                .toList(),
                        visit.records(type).warnings(visit.caller(), draft)),
                violations -> form.tell(number, List.of(), List.of()));
    }

    private void save() {
        T draft = type.blank();
        visit.attempt(() -> save(draft), this::show);
    }

    private void save(T draft) {
        List<Violation> violations = new ArrayList<>(form.into(draft));
        Violations.add(violations, visit.records(type).validate(visit.caller(), draft));
        if (!violations.isEmpty()) {
            show(violations);
            return;
        }
        T saved = visit.records(type).create(visit.caller(), draft);
        dirty.saved();
        Notices.success(t("saved", type.title(saved)));
        UI.getCurrent().navigate(visit.paths().record(type, saved.id()));
    }

    private void show(List<Violation> violations) {
        form.errors(violations);
        failed.run();
    }

    @Override
    public boolean dirty() {
        return dirty.is();
    }

    @Override
    public KeptDraft keep() {
        return form.keep(Snapshot.typed(type, type.blank()));
    }

    @Override
    public List<String> restore(KeptDraft kept) {
        return form.restore(kept);
    }
}
