package org.shishi.kit.list;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shishi.api.form.Forms;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordPage;
import org.shishi.api.record.RecordType;
import org.shishi.kit.component.Announcer;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.field.FieldFormat;
import org.shishi.kit.sheet.FormFiles;
import org.shishi.kit.visit.Visit;

/** The list of a type: what its address asks for, fetched by key. Whatever is changed here changes the address. */
public final class RecordList<T extends ProgrammeRecord> extends Div {

    /** Counted no further: more is not needed to decide anything. */
    private static final long CAP = 1000;

    private final transient Visit visit;
    private final transient RecordType<T> type;
    private final transient Forms forms;
    private final transient ListState state;
    private final transient FieldFormat format;
    private final Div results = new Div();
    private final BatchBar<T> batch;

    public RecordList(Visit visit, RecordType<T> type, Forms forms, ListState state) {
        this.visit = visit;
        this.type = type;
        this.forms = forms;
        this.state = state;
        this.format = visit.format();
        this.batch = new BatchBar<>(visit, type, this::fetch);
        addClassName("record-list");
        add(new QueryForm(visit, type, state, this::go), toolbar(), results);
        fetch();
    }

    private void go(ListState asked) {
        if (asked.equals(state)) {
            fetch();
        } else {
            UI.getCurrent().navigate(visit.paths().list(type), asked.address());
        }
    }

    private Component toolbar() {
        Div toolbar = new Div();
        toolbar.addClassNames("toolbar", "no-print");
        List<OfficialForm<T>> official = FormFiles.of(visit, type);
        boolean whole = type.partOf().isEmpty();
        if (visit.mayCreate(type) && whole) {
            toolbar.add(Links.primary(visit.paths().create(type), "vaadin:plus", t("list.new", visit.singular(type))));
            if (!official.isEmpty()) {
                toolbar.add(Links.button(visit.paths().importing(type), "vaadin:upload-alt", t("list.import")));
            }
        }
        official.forEach(form -> toolbar.add(FormFiles.export(
                visit,
                forms,
                form,
                official.size() == 1 ? t("list.export") : t("list.export.as", FormFiles.title(visit, form)),
                state::query)));
        toolbar.add(batch);
        return toolbar;
    }

    private void fetch() {
        results.removeAll();
        visit.attempt(this::show, violations -> {
            results.add(EmptyState.nothingMatches(() -> go(ListState.first())));
            Notices.error(visit.words(type).of(violations));
        });
    }

    private void show() {
        RecordPage<T> page = visit.records(type).list(visit.caller(), state.query());
        long count = visit.records(type).count(visit.caller(), state.query(), CAP + 1);
        batch.selected(java.util.Set.of());
        if (page.items().isEmpty()) {
            results.add(nothing());
            Announcer.say(t("list.announce", 0));
            return;
        }
        prepare(page.items());
        PagedTable<T> table = new PagedTable<>(
                visit.plural(type),
                new RecordColumns<>(visit, type, format).all(),
                ProgrammeRecord::id,
                (sort, descending) -> go(state.ordered(sort, descending)));
        if (steps()) {
            table.selectable(batch::selected);
        }
        table.ordered(state.sort(), state.descending());
        table.footer().onTurn(turn -> go(state.turned(turn, page.previous(), page.next())));
        table.footer().onSize(size -> go(state.sized(size)));
        table.footer().show(count, CAP, state.size(), page.previous() == null, page.next() == null);
        table.show(page.items());
        results.add(table);
        Announcer.say(t("list.announce", Amounts.count(count, CAP)));
    }

    private void prepare(List<T> records) {
        java.util.Set<UUID> owners =
                records.stream().map(record -> record.head().ownerOrg()).collect(Collectors.toSet());
        format.prepare(owners);
    }

    /** Whether the caller may take any step at all; else ticking rows leads nowhere. */
    private boolean steps() {
        return type.workflow()
                .filter(flow -> flow.transitions().stream()
                        .anyMatch(step -> org.shishi.kit.visit.Steps.may(
                                visit.caller(), visit.descriptor().id(), step)))
                .isPresent();
    }

    private Component nothing() {
        if (state.asks() || state.cursor() != null) {
            return EmptyState.nothingMatches(() -> go(ListState.first()));
        }
        return visit.mayCreate(type) && type.partOf().isEmpty()
                ? EmptyState.nothingYet(
                        visit.singular(type),
                        Links.button(visit.paths().create(type), "vaadin:plus", t("list.new", visit.singular(type))))
                : EmptyState.nothingYet(visit.singular(type));
    }
}
