package org.shishi.core.record;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.Todos;
import org.shishi.api.platform.Todos.Kind;
import org.shishi.api.platform.Todos.View;
import org.shishi.core.persistence.Like;
import org.shishi.core.record.TodoDesks.TodoDesk;

/**
 * A list of to-do items as SQL: each desk of the organisation by itself, in the order of the index {@code todo_list}, so
 * that however many items wait no more are looked at than are shown; then what single people hold, which is little.
 */
final class TodoQuery {

    private static final String ORDER = " order by sort_day, since, id";

    /** The same for one desk. H2 goes along an index only for an order that names all its columns from the first on. */
    private static final String ORDER_OF_A_DESK = " order by holder_id, is_open, desk, sort_day, since, id";

    private record Branch(String where, String order) {}

    /** Parameter of {@link #rowsAmong}: an array of records. */
    static final String RECORDS = "records";

    private final List<Branch> branches = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String narrowed;

    private TodoQuery(Todos.Query query, LocalDate today) {
        StringBuilder more = new StringBuilder();
        if (query.urgency() == Todos.Urgency.OVERDUE) {
            more.append(" and sort_day < ").append(value(today));
        } else if (query.urgency() == Todos.Urgency.DUE) {
            LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            more.append(" and sort_day >= ")
                    .append(value(today))
                    .append(" and sort_day <= ")
                    .append(value(sunday));
        }
        if (query.text() != null && !query.text().isBlank()) {
            String pattern = Like.containing(query.text().strip());
            more.append(" and lower(title) like ").append(value(pattern)).append(" escape '!'");
        }
        narrowed = more.toString();
    }

    /**
     * Of whose personal items a list tells besides the caller's.
     *
     * @param members accounts of the caller's organisation; asked for the unit's list only
     * @param absent those for whom the caller stands in
     */
    record Others(List<UUID> members, Set<UUID> absent) {}

    static TodoQuery of(Caller caller, Todos.Query query, List<TodoDesk> desks, Others others, LocalDate today) {
        TodoQuery sql = new TodoQuery(query, today);
        Predicate<TodoDesk> asked =
                desk -> (query.programmeId() == null || query.programmeId().equals(desk.programmeId()))
                        && (query.urgency() != Todos.Urgency.RETURNED || desk.returned());
        List<TodoDesk> wanted = desks.stream().filter(asked).toList();
        UUID organisation = caller.organisation().id();
        if (query.view() == View.COPIED) {
            sql.personal(List.of(caller.accountId()), wanted, desk -> desk.kind() == Kind.COPY, null);
            return sql;
        }
        boolean unit = query.view() == View.UNIT;
        wanted.stream().filter(desk -> desk.kind() == Kind.STEP).forEach(desk -> {
            if (holds(caller, desk, unit ? Set.of(Right.VIEW) : desk.rights(), false)) {
                sql.desk(organisation, desk, null);
            } else if (holds(caller, desk, unit ? Set.of(Right.VIEW) : desk.rights(), true)) {
                sql.desk(organisation, desk, caller.accountId());
            }
        });
        Predicate<TodoDesk> work = desk -> desk.kind() != Kind.COPY && sees(caller, desk);
        if (unit) {
            Predicate<TodoDesk> everybodys = desk -> holds(caller, desk, Set.of(Right.VIEW), false);
            sql.personal(others.members(), wanted, work.and(everybodys), organisation);
            sql.personal(List.of(caller.accountId()), wanted, work.and(everybodys.negate()), organisation);
        } else {
            sql.personal(List.of(caller.accountId()), wanted, work, null);
            // A signature is asked of a person, a step of whoever does that person's work.
            Predicate<TodoDesk> step = desk -> desk.kind() == Kind.STEP && may(caller, desk);
            sql.personal(List.copyOf(others.absent()), wanted, step, organisation);
        }
        return sql;
    }

    private static boolean may(Caller caller, TodoDesk desk) {
        return holds(caller, desk, desk.rights(), true);
    }

    private static boolean sees(Caller caller, TodoDesk desk) {
        return holds(caller, desk, Set.of(Right.VIEW), true);
    }

    /** @param personally whether a role that reaches only what the account made itself is enough */
    private static boolean holds(Caller caller, TodoDesk desk, Set<Right> anyOf, boolean personally) {
        return caller.rolesIn(desk.programmeId()).stream()
                .filter(role -> personally || role.reach() != Role.Reach.PERSONAL)
                .anyMatch(role -> caller.rights(role).stream().anyMatch(anyOf::contains));
    }

    /** @param maker whose records alone are meant; null: everybody's */
    private void desk(UUID holder, TodoDesk desk, UUID maker) {
        branches.add(new Branch(
                "holder_id = " + value(holder) + " and is_open and desk = " + desk.id()
                        + (maker == null ? "" : " and maker_id = " + value(maker)),
                ORDER_OF_A_DESK));
    }

    private void personal(List<UUID> holders, List<TodoDesk> all, Predicate<TodoDesk> which, UUID organisation) {
        String desks = all.stream()
                .filter(which)
                .map(desk -> Integer.toString(desk.id()))
                .collect(Collectors.joining(", "));
        if (holders.isEmpty() || desks.isEmpty()) {
            return;
        }
        String who = holders.stream().map(this::value).collect(Collectors.joining(", "));
        // The sum, since of two lists of columns of an index H2 takes the wrong one, and then reads all that is open.
        branches.add(new Branch(
                "holder_id in (" + who + ") and is_open and desk + 0 in (" + desks + ")"
                        + (organisation == null ? "" : " and organisation_id = " + value(organisation)),
                ORDER));
    }

    private String value(Object value) {
        String name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    /** Nothing can be found. */
    boolean empty() {
        return branches.isEmpty();
    }

    Query bind(Query query) {
        values.forEach(query::bind);
        return query;
    }

    /** @param more a further condition; with the parameter {@code limit} */
    String rows(String columns, String more) {
        return branches.stream()
                .map(branch -> "(select " + columns + " from core.todo where " + branch.where() + narrowed + more
                        + branch.order()
                        + " limit :limit)")
                .collect(Collectors.joining(" union all ", "select * from (", ") t" + ORDER + " limit :limit"));
    }

    /** As {@link #rows}, of few records, which are looked at one by one; with the parameter {@link #RECORDS}, too. */
    String rowsAmong(String columns, String more) {
        return branches.stream()
                .map(Branch::where)
                .collect(Collectors.joining(
                        " or ",
                        "select " + columns + " from core.todo where record_id = any(:" + RECORDS + ") and (",
                        ")" + narrowed + more + ORDER + " limit :limit"));
    }

    /** With the parameter {@code limit}. In order, so that a planner goes along the index, wherever in the table the rows lie. */
    String count() {
        return branches.stream()
                .map(branch -> "(select 1 as one from core.todo where " + branch.where() + narrowed + branch.order()
                        + " limit :limit)")
                .collect(Collectors.joining(
                        " union all ", "select count(*) from (select one from (", ") t limit :limit) c"));
    }
}
