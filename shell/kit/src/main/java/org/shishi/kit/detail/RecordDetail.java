package org.shishi.kit.detail;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.identity.Right;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.api.workflow.State;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.component.Timeline;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.field.FieldFormat;
import org.shishi.kit.page.DetailPanel;
import org.shishi.kit.visit.Visit;

/** One record, whole. Shown anew after each change of it. */
public final class RecordDetail<T extends ProgrammeRecord> extends Div {

    private final transient Visit visit;
    private final transient RecordType<T> type;
    private final transient UUID id;
    private final transient List<DetailPanel<?>> panels;

    /**
     * @param record as read for the heading
     * @param panels the programme's own, for this type
     */
    public RecordDetail(Visit visit, RecordType<T> type, T record, List<DetailPanel<?>> panels) {
        this.visit = visit;
        this.type = type;
        this.id = record.id();
        this.panels = panels;
        addClassName("record-detail");
        show(record);
        if (type.workflow().isPresent()) {
            TeamPanel.seen(visit, type, id);
        }
    }

    private void refresh() {
        visit.attempt(() -> show(visit.records(type).get(visit.caller(), id)));
    }

    private void show(T record) {
        removeAll();
        Records<T> records = visit.records(type);
        Map<String, String> remarks = records.remarks(visit.caller(), id);
        boolean editable =
                type.changeable() && !records.editable(visit.caller(), record).isEmpty();
        ActionBar<T> actions = new ActionBar<>(visit, type, this::refresh);
        actions.show(record, editable);
        add(head(record, actions));
        type.workflow()
                .ifPresent(flow ->
                        add(new StateLine(visit, type, flow, record.head().status())));
        if (!remarks.isEmpty()) {
            add(openRemarks(record, remarks, editable));
        }
        Div main = new Div();
        main.addClassName("detail-main");
        FieldFormat format = visit.format();
        FieldSections<T> fields = new FieldSections<>(visit, type, format);
        fields.show(record, remarks, records.changedSinceReturn(visit.caller(), id));
        main.add(fields);
        panels.forEach(panel -> main.add(panel(panel, record)));
        visit.descriptor().partsOf(type).stream()
                .filter(part -> panels.stream().noneMatch(panel -> shows(panel, part)))
                .forEach(part -> main.add(new PartTable<>(visit, part, id, this::refresh)));
        if (!type.attachmentKinds().isEmpty()) {
            main.add(new RecordFiles<>(visit, type, id, mayAttach(record), this::refresh));
        }
        Div aside = new Div();
        aside.addClassName("detail-aside");
        if (type.workflow().isPresent()) {
            aside.add(new TeamPanel<>(visit, type, record, this::refresh));
        }
        aside.add(history(records, format));
        Div columns = new Div(main, aside);
        columns.addClassName("detail-columns");
        add(columns);
    }

    private static boolean shows(DetailPanel<?> panel, RecordType<?> part) {
        return panel.parts().filter(shown -> shown.id().equals(part.id())).isPresent();
    }

    /** Those who may make such records, and those whose turn it is; nothing is added where nothing happens any more. */
    private boolean mayAttach(T record) {
        boolean ended = StatusBadge.state(type, record.head().status())
                .filter(State::end)
                .isPresent();
        return !ended
                && (visit.mayCreate(type)
                        || !visit.records(type)
                                .available(visit.caller(), record)
                                .isEmpty());
    }

    private Div head(T record, ActionBar<T> actions) {
        Div head = new Div(new H1(type.title(record)));
        StatusBadge.of(type, record.head().status(), visit.texts(), visit.locale())
                .ifPresent(head::add);
        Div about = new Div(t(
                "detail.about",
                visit.singular(type),
                visit.format().organisation(record.head().ownerOrg()),
                Amounts.time(record.head().updatedAt())));
        about.addClassName("muted");
        if (visit.caller().mayAnywhere(Right.AUDIT_LOG)) {
            about.add(" · ");
            about.add(Links.to(visit.paths().visibility(type, record.id()), t("detail.visibility")));
        }
        Div all = new Div(head, about, actions);
        head.addClassName("detail-title");
        all.addClassName("detail-head");
        return all;
    }

    private Section openRemarks(T record, Map<String, String> remarks, boolean editable) {
        Section box = new Section();
        box.addClassName("open-remarks");
        UnorderedList list = new UnorderedList();
        FieldSections.lines(visit, type, remarks).forEach(line -> list.add(new ListItem(line)));
        box.add(new H2(new Icon("vaadin:comment-o"), new com.vaadin.flow.component.Text(t("remarks.open"))), list);
        if (editable) {
            box.add(new Paragraph(Links.to(visit.paths().edit(type, record.id()), t("remarks.mend"))));
        }
        return box;
    }

    /** The panels were chosen by the type's id, so the record is of theirs. */
    @SuppressWarnings("unchecked")
    private Section panel(DetailPanel<?> panel, T record) {
        Section card = new Section(new H2(visit.word(panel.title())));
        card.addClassName("card");
        card.add(((DetailPanel<T>) panel).show(record, this::refresh));
        return card;
    }

    private Section history(Records<T> records, FieldFormat format) {
        Timeline timeline = new Timeline(type, visit.texts(), format);
        timeline.show(records.history(visit.caller(), id));
        Section card = new Section(new H2(t("timeline.title")), timeline);
        card.addClassNames("card", "detail-side");
        return card;
    }
}
