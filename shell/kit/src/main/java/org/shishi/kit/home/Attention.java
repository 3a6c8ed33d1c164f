package org.shishi.kit.home;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shishi.api.platform.Todos;
import org.shishi.api.record.RecordType;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.visit.Visit;

/** What of this programme waits for whoever looks: most urgent first. */
final class Attention extends Section {

    private static final int READ = 50;
    private static final int SHOWN = 8;

    private final transient Visit visit;
    private final LocalDate today;

    Attention(Visit visit, Todos todos, LocalDate today) {
        this.visit = visit;
        this.today = today;
        addClassName("card");
        List<Todos.Todo> mine =
                todos.list(visit.caller(), Todos.Query.mineIn(visit.descriptor().id()), null, READ).stream()
                        .filter(todo -> todo.year() == visit.programme().year())
                        .toList();
        add(new H2(t("home.attention")));
        if (mine.isEmpty()) {
            add(EmptyState.saying(t("home.attention.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("attention");
        mine.stream().limit(SHOWN).forEach(todo -> list.add(item(todo)));
        add(list);
        if (mine.size() > SHOWN) {
            add(Links.to("todo?programme=" + visit.descriptor().id(), t("home.attention.more")));
        }
    }

    private ListItem item(Todos.Todo todo) {
        Optional<RecordType<?>> type = visit.descriptor().record(todo.recordType());
        Component title = type.<Component>map(t -> Links.to(visit.paths().record(t, todo.recordId()), todo.title()))
                .orElseGet(() -> new Span(todo.title()));
        ListItem item = new ListItem(title);
        type.flatMap(t -> StatusBadge.of(t, todo.state(), visit.texts(), visit.locale()))
                .ifPresent(item::add);
        if (todo.returned()) {
            item.add(new StatusBadge(Tone.WARNING, "vaadin:reply", t("home.returned")));
        }
        if (todo.due() != null) {
            item.add(due(todo.due()));
        }
        return item;
    }

    private Component due(LocalDate due) {
        long days = due.toEpochDay() - today.toEpochDay();
        if (days < 0) {
            return new StatusBadge(Tone.DANGER, "vaadin:alarm", t("due.overdue", due, -days));
        }
        return days <= 3
                ? new StatusBadge(
                        Tone.WARNING, "vaadin:clock", days == 0 ? t("due.today", due) : t("due.left", due, days))
                : new Span(t("due.left", due, days));
    }
}
