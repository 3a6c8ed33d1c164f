package org.shishi.core.record;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.Todos;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;

/**
 * The desks of to-do items: programme, kind, rights and whether it came back. There are few, whatever the number of items.
 * Written on connections of their own: what one transaction takes back another may use already.
 */
final class TodoDesks {

    /** @param rights any of which an item on it needs */
    record TodoDesk(int id, String programmeId, Todos.Kind kind, Set<Right> rights, boolean returned) {}

    private record What(String programmeId, Todos.Kind kind, String rights, boolean returned) {}

    private static final String FIND = "select id from core.todo_desk"
            + " where programme_id = :programme and kind = :kind and rights = :rights and returned = :returned";
    private static final String INSERT = "insert into core.todo_desk (programme_id, kind, rights, returned)"
            + " values (:programme, :kind, :rights, :returned)";

    private final Jdbi jdbi;
    private final Map<What, Integer> known = new ConcurrentHashMap<>();

    TodoDesks(CoreDatabase core) {
        this.jdbi = Jdbi.create(core.dataSource());
    }

    static String text(Set<Right> rights) {
        return new TreeSet<>(rights).stream().map(Enum::name).collect(Collectors.joining(",", ",", ","));
    }

    int id(String programmeId, Todos.Kind kind, Set<Right> rights, boolean returned) {
        return known.computeIfAbsent(new What(programmeId, kind, text(rights), returned), this::findOrInsert);
    }

    private int findOrInsert(What what) {
        return jdbi.inTransaction(handle -> {
            List<Integer> found = find(handle, what);
            if (!found.isEmpty()) {
                return found.getFirst();
            }
            Inserts.unlessTaken(handle, () -> handle.createUpdate(INSERT)
                    .bind("programme", what.programmeId())
                    .bind("kind", what.kind())
                    .bind("rights", what.rights())
                    .bind("returned", what.returned())
                    .execute());
            return find(handle, what).getFirst();
        });
    }

    private static List<Integer> find(Handle handle, What what) {
        return handle.createQuery(FIND)
                .bind("programme", what.programmeId())
                .bind("kind", what.kind())
                .bind("rights", what.rights())
                .bind("returned", what.returned())
                .mapTo(Integer.class)
                .list();
    }

    static List<TodoDesk> all(Handle handle) {
        return handle.createQuery("select id, programme_id, kind, rights, returned from core.todo_desk order by id")
                .map((row, context) -> new TodoDesk(
                        row.getInt(1),
                        row.getString(2),
                        Todos.Kind.valueOf(row.getString(3)),
                        rights(row.getString(4)),
                        row.getBoolean(5)))
                .list();
    }

    static Set<Right> rights(String joined) {
        return Stream.of(joined.split(","))
                .filter(name -> !name.isEmpty())
                .map(Right::valueOf)
                .collect(Collectors.toSet());
    }
}
