package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import java.util.List;
import java.util.Locale;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.HistoryEntry;
import org.shishi.api.record.RecordType;
import org.shishi.api.text.Texts;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.field.FieldFormat;
import org.shishi.kit.text.Messages;

/** What happened to a record, newest first: when, who, which step, with which words, what changed. */
public final class Timeline extends Div {

    private final transient RecordType<?> type;
    private final transient Texts texts;
    private final transient FieldFormat format;
    private final Locale locale = Messages.locale();

    /** @param texts of the programme */
    public Timeline(RecordType<?> type, Texts texts, FieldFormat format) {
        this.type = type;
        this.texts = texts;
        this.format = format;
        addClassName("timeline");
    }

    /** @param history as {@link org.shishi.api.record.Records#history} gives it: oldest first */
    public void show(List<HistoryEntry> history) {
        removeAll();
        if (history.isEmpty()) {
            add(EmptyState.saying(t("timeline.empty")));
            return;
        }
        OrderedList list = new OrderedList();
        history.reversed().forEach(entry -> list.add(item(entry)));
        add(list);
    }

    private ListItem item(HistoryEntry entry) {
        ListItem item = new ListItem();
        Span when = new Span(Amounts.time(entry.at()));
        when.addClassName("timeline-time");
        Span who = new Span(
                entry.organisation() == null || entry.organisation().isBlank()
                        ? entry.byName()
                        : t("timeline.who", entry.byName(), entry.organisation()));
        who.addClassName("timeline-who");
        Span step = new Span(action(entry.action()));
        step.addClassName("timeline-step");
        item.add(when, step, who);
        if (entry.to() != null && !entry.to().equals(entry.from())) {
            item.add(states(entry));
        }
        if (entry.reason() != null && !entry.reason().isBlank()) {
            item.add(new Paragraph(t("timeline.reason", entry.reason())));
        }
        if (!entry.remarks().isEmpty()) {
            item.add(remarks(entry));
        }
        List<String> changed = entry.changed().stream().filter(this::readable).toList();
        if (!changed.isEmpty()) {
            item.add(changes(entry, changed));
        }
        return item;
    }

    private String action(String action) {
        String own = "action." + action;
        return texts.has(own) ? texts.get(own).in(locale) : t("history." + action);
    }

    private Component states(HistoryEntry entry) {
        Div line = new Div();
        line.addClassName("timeline-states");
        StatusBadge.of(type, entry.from(), texts, locale).ifPresent(from -> {
            Icon arrow = new Icon("vaadin:arrow-right");
            arrow.getElement().setAttribute("role", "img").setAttribute("aria-label", t("timeline.to"));
            line.add(from, arrow);
        });
        StatusBadge.of(type, entry.to(), texts, locale).ifPresent(line::add);
        return line;
    }

    private Component remarks(HistoryEntry entry) {
        UnorderedList list = new UnorderedList();
        entry.remarks()
                .forEach(
                        (field, remark) -> list.add(new ListItem(t("errors.line", format.label(type, field), remark))));
        return list;
    }

    /** What another record is called is not known here; its id says nothing to anybody. */
    private boolean readable(String name) {
        return type.field(name)
                .filter(field -> field.kind() == FieldKind.REFERENCE)
                .isEmpty();
    }

    private Component changes(HistoryEntry entry, List<String> changed) {
        UnorderedList list = new UnorderedList();
        changed.forEach(field -> list.add(new ListItem(change(entry, field))));
        return new NativeDetails(t("timeline.changed", changed.size()), list);
    }

    private String change(HistoryEntry entry, String name) {
        String label = format.label(type, name);
        HistoryEntry.Change change = entry.values().get(name);
        return change == null
                ? label
                : type.field(name)
                        .map(field -> t(
                                "timeline.change",
                                label,
                                format.plain(field, change.before()),
                                format.plain(field, change.after())))
                        .orElse(label);
    }
}
