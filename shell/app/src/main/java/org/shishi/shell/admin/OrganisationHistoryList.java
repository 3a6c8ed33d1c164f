package org.shishi.shell.admin;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import org.shishi.api.organisation.OrganisationHistory.Event;
import org.shishi.shell.text.ShellTexts;

/** What happened to a body, newest first. */
final class OrganisationHistoryList extends Section {

    OrganisationHistoryList(List<Event> events) {
        addClassName("stack");
        add(new H3(ShellTexts.t("organisations.history")));
        if (events.isEmpty()) {
            add(new Paragraph(ShellTexts.t("organisations.history.none")));
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("organisation-history");
        events.forEach(event -> list.add(item(event)));
        add(list);
    }

    private static ListItem item(Event event) {
        Span when = new Span(ShellTexts.t("organisations.history.when", event.day(), event.by()));
        when.addClassName("muted");
        Span what = new Span(
                ShellTexts.t("organisations.event." + event.kind(), event.other() == null ? "" : event.other()));
        ListItem item = new ListItem(what, when);
        event.details().entrySet().stream()
                .filter(change -> !change.getKey().equals("parent"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(change -> item.add(new Paragraph(ShellTexts.t(
                        "organisations.history.change",
                        ShellTexts.t("organisations.field." + change.getKey()),
                        change.getValue()))));
        return item;
    }
}
