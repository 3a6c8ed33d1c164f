package org.shishi.kit.edit;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.record.HistoryEntry;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.KeptDraft;
import org.shishi.kit.visit.Visit;

/** An existing record changed. When somebody else was faster, both versions are put side by side and nothing is lost. */
public final class EditRecord<T extends ProgrammeRecord> extends Div implements Draft {

    private static final String STALE = "CORE-STALE";

    private final transient Visit visit;
    private final transient RecordType<T> type;
    private final transient UUID id;
    private final transient Runnable failed;
    private final transient Records<T> records;
    private final transient RecordForm<T> form;
    private final transient Dirty dirty;
    private final Div conflict = new Div();
    private transient T record;
    private transient Map<String, Object> base;

    /**
     * @param editable names of the fields that may be changed
     * @param failed run when errors are shown, for the page's title
     */
    public EditRecord(Visit visit, RecordType<T> type, T record, Set<String> editable, Runnable failed) {
        this.visit = visit;
        this.type = type;
        this.id = record.id();
        this.failed = failed;
        this.records = visit.records(type);
        this.record = record;
        this.base = Snapshot.typed(type, record);
        form = RecordForm.of(visit, type, record, editable, records.remarks(visit.caller(), id));
        dirty = new Dirty(form::typed);
        add(conflict, form, new FormButtons(t("save"), this::save, visit.paths().record(type, id)));
    }

    private void save() {
        visit.attempt(this::update, this::show);
    }

    private void update() {
        conflict.removeAll();
        List<Violation> violations = new ArrayList<>(form.into(record));
        Violations.add(violations, records.validate(visit.caller(), record));
        if (!violations.isEmpty()) {
            show(violations);
            return;
        }
        try {
            T saved = records.update(visit.caller(), record);
            dirty.saved();
            Notices.success(t("saved", type.title(saved)));
            UI.getCurrent().navigate(visit.paths().record(type, id));
        } catch (RefusedException e) {
            if (e.violations().stream().noneMatch(v -> v.code().equals(STALE))) {
                throw e;
            }
            stale();
        }
    }

    private void show(List<Violation> violations) {
        form.errors(violations);
        failed.run();
    }

    private void stale() {
        T fresh = records.get(visit.caller(), id);
        Merge merge = new Merge(base, Snapshot.typed(type, fresh), Snapshot.typed(type, record));
        List<HistoryEntry> history = records.history(visit.caller(), id);
        ConflictPanel panel = new ConflictPanel(
                visit,
                type,
                history.isEmpty() ? null : history.getLast().byName(),
                merge.differences(),
                () -> goOn(fresh, merge.myChanges()),
                () -> goOn(fresh, Map.of()));
        conflict.removeAll();
        conflict.add(panel);
        form.errors(List.of());
        panel.focus();
    }

    /** From here on the fresh copy is worked on; with changes of mine it is saved at once. */
    private void goOn(T fresh, Map<String, Object> mine) {
        visit.attempt(() -> {
            record = fresh;
            base = Snapshot.typed(type, fresh);
            PlainValues.into(type, fresh, mine);
            form.show(fresh);
            form.editable(records.editable(visit.caller(), fresh));
            conflict.removeAll();
            if (mine.isEmpty()) {
                dirty.begin();
            } else {
                save();
            }
        });
    }

    @Override
    public boolean dirty() {
        return dirty.is();
    }

    @Override
    public KeptDraft keep() {
        return form.keep(base);
    }

    @Override
    public List<String> restore(KeptDraft kept) {
        return form.restore(kept);
    }
}
