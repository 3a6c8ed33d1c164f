package org.shishi.kit.list;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shishi.api.form.Forms;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordPage;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.Announcer;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.field.FieldFormat;
import org.shishi.kit.visit.Steps;
import org.shishi.kit.visit.Visit;

/** The list of a type: what its address asks for, fetched by key. Whatever is changed here changes the address. */
public final class RecordList<T extends ProgrammeRecord> extends Div {

    /** Counted no further: more is not needed to decide anything. */
    private static final long CAP = 1000;

    private final transient Visit visit;
    private final transient RecordType<T> type;
    private final transient FieldFormat format;
    private final ConditionBar conditions;
    private final PagedTable<T> table;
    private final Div nothing = new Div();
    private final BatchBar<T> batch;
    private transient ListState state = ListState.first();
    private transient RecordPage<T> page;

    public RecordList(Visit visit, RecordType<T> type, Forms forms) {
        this.visit = visit;
        this.type = type;
        this.format = visit.format();
        addClassName("record-list");
        conditions = new ConditionBar(visit, type, true, (filters, text) -> go(state.asking(filters, text)));
        batch = new BatchBar<>(visit, type, () -> show(state));
        table = new PagedTable<>(
                visit.plural(type),
                new RecordColumns<>(visit, type, format).all(),
                ProgrammeRecord::id,
                (sort, descending) -> go(state.ordered(sort, descending)));
        if (steps()) {
            table.selectable(batch::selected);
        }
        table.footer().onTurn(turn -> go(state.turned(turn, page.previous(), page.next())));
        table.footer().onSize(size -> go(state.sized(size)));
        add(conditions, new ListActions<>(visit, type, forms, () -> state.query()), batch, table, nothing);
    }

    /** Whether it was made for the same programme, type and person: then another address needs no new page. */
    public boolean shows(Visit other, RecordType<?> otherType) {
        return visit.live() == other.live()
                && type == otherType
                && visit.caller().equals(other.caller())
                && visit.locale().equals(other.locale());
    }

    /**
     * @throws RefusedException as the records' door, for an address that was made up
     */
    public void show(ListState asked) {
        state = asked;
        conditions.show(state.filters(), state.search());
        batch.selected(Set.of());
        page = visit.records(type).list(visit.caller(), state.query());
        long count = visit.records(type).count(visit.caller(), state.query(), CAP + 1);
        Set<UUID> owners =
                page.items().stream().map(record -> record.head().ownerOrg()).collect(Collectors.toSet());
        format.prepare(owners);
        table.ordered(state.sort(), state.descending());
        table.show(page.items());
        table.footer().setVisible(!page.items().isEmpty());
        table.footer().show(count, CAP, state.size(), page.previous() == null, page.next() == null);
        nothing.removeAll();
        if (page.items().isEmpty()) {
            nothing.add(nothing());
        }
        Announcer.say(t("list.announce", Amounts.count(count, CAP)));
    }

    private void go(ListState asked) {
        if (asked.equals(state)) {
            visit.attempt(() -> show(asked));
        } else {
            UI.getCurrent().navigate(visit.paths().list(type), asked.address());
        }
    }

    /** Whether the caller may take any step at all; else ticking rows leads nowhere. */
    private boolean steps() {
        return type.workflow()
                .filter(flow -> flow.transitions().stream()
                        .anyMatch(step ->
                                Steps.may(visit.caller(), visit.descriptor().id(), step)))
                .isPresent();
    }

    private Component nothing() {
        if (state.asks() || state.cursor() != null) {
            return EmptyState.nothingMatches(() -> go(ListState.first()));
        }
        String one = visit.singular(type);
        return visit.mayCreate(type) && type.partOf().isEmpty()
                ? EmptyState.nothingYet(
                        one, Links.button(visit.paths().create(type), "vaadin:plus", t("list.new", one)))
                : EmptyState.nothingYet(one);
    }
}
