package org.shishi.shell.todo;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.shishi.api.platform.Todos;
import org.shishi.api.platform.Todos.Urgency;
import org.shishi.api.platform.Todos.View;
import org.shishi.shell.page.CountTiles;
import org.shishi.shell.page.CountTiles.Mood;

/** What waits for me, in numbers. */
public final class TodoTiles {

    private TodoTiles() {}

    public static CountTiles of(Todos.Counts counts) {
        return new CountTiles()
                .tile("todo.count.open", counts.open(), VaadinIcon.TASKS, Mood.PLAIN, path(View.MINE, Urgency.ALL))
                .tile(
                        "todo.count.week",
                        counts.dueThisWeek(),
                        VaadinIcon.CALENDAR_CLOCK,
                        Mood.WAITING,
                        path(View.MINE, Urgency.DUE))
                .tile(
                        "todo.count.overdue",
                        counts.overdue(),
                        VaadinIcon.EXCLAMATION_CIRCLE_O,
                        Mood.DANGER,
                        path(View.MINE, Urgency.OVERDUE))
                .tile(
                        "todo.count.returned",
                        counts.returned(),
                        VaadinIcon.ARROW_BACKWARD,
                        Mood.WARNING,
                        path(View.MINE, Urgency.RETURNED))
                .tile(
                        "todo.count.copied",
                        counts.copied(),
                        VaadinIcon.COPY_O,
                        Mood.PLAIN,
                        path(View.COPIED, Urgency.ALL));
    }

    private static String path(View view, Urgency urgency) {
        return Wanted.of(view, urgency).path();
    }
}
