package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.shishi.api.identity.Caller;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordPage;
import org.shishi.api.record.RecordQuery;
import org.shishi.core.search.Finder;

/** Lists by key: the cost of a page does not grow with its number. */
final class Pages<T extends ProgrammeRecord> {

    /** Up to here a bounded count fetches keys; beyond, the database counts. */
    private static final int COUNT_BY_KEYS = 10_000;

    /** How many lots of what a search may mean are looked at before everything is. */
    private static final int LOTS = 6;
    /** For another order than that of ids, all that a search may mean is looked at, if it is no more than this. */
    private static final int MOST_MEANT = 2_000;
    /** How often a search begins anew when its index changes under way. */
    private static final int ATTEMPTS = 3;

    private final Kind<T> kind;
    private final Searching<T> searching;
    private final EntityManager em;

    Pages(Desk<T> desk, EntityManager em) {
        this.kind = desk.kind;
        this.searching = new Searching<>(kind, desk.services.search());
        this.em = em;
    }

    RecordPage<T> page(Caller caller, RecordQuery query) {
        RecordWhere where = where(caller, query);
        Order<T> order = Order.of(kind, query);
        Cursor from = cursor(query, order);
        List<T> rows = find(query, where, order, from);
        boolean more = rows.size() > query.limit();
        List<T> items = new ArrayList<>(more ? rows.subList(0, query.limit()) : rows);
        if (query.backwards()) {
            Collections.reverse(items);
        }
        boolean before = query.backwards() ? more : from != null;
        boolean after = query.backwards() ? from != null : more;
        if (items.isEmpty()) {
            // Beyond an end: the way back leads over the same place.
            return new RecordPage<>(items, before ? query.after() : null, after ? query.after() : null);
        }
        return new RecordPage<>(
                items,
                before ? write(query, order.sort(), items.getFirst()) : null,
                after ? write(query, order.sort(), items.getLast()) : null);
    }

    long count(Caller caller, RecordQuery query, long cap) {
        RecordWhere where = where(caller, query);
        if (cap <= 0) {
            return 0;
        }
        if (cap > COUNT_BY_KEYS) {
            return Math.min(
                    cap,
                    where.bind(em.createQuery("select count(r)" + from(where), Long.class))
                            .getSingleResult());
        }
        Collection<UUID> meant = meant(query);
        if (meant != null && meant.isEmpty()) {
            return 0;
        }
        RecordWhere narrowed = meant == null ? where : Searching.among(where, meant);
        return narrowed.bind(em.createQuery("select r.id" + from(narrowed), UUID.class))
                .setMaxResults((int) cap)
                .getResultList()
                .size();
    }

    private String from(RecordWhere where) {
        return " from " + kind.entityName(em) + " r" + where.jpql();
    }

    /** Hands over everything, chunk by chunk; memory does not grow with the rows. */
    void scan(Caller caller, RecordQuery query, int chunk, Consumer<List<T>> consumer) {
        RecordWhere where = where(caller, query);
        Order<T> order = Order.of(kind, query);
        Cursor from = null;
        List<T> rows;
        do {
            rows = fetch(where, order, from, chunk);
            if (!rows.isEmpty()) {
                consumer.accept(rows);
                from = place(order.sort(), rows.getLast());
            }
            em.clear();
        } while (rows.size() == chunk);
    }

    private RecordWhere where(Caller caller, RecordQuery query) {
        return Selection.of(em, caller, kind, query.filters(), query.search());
    }

    private List<T> find(RecordQuery query, RecordWhere where, Order<T> order, Cursor from) {
        int wanted = query.limit() + 1;
        if (order.sort() == null) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Finder finder = searching.find(em, query.search(), order.ascending(), from);
                if (finder == null) {
                    break;
                }
                try {
                    return lots(finder, where, order, from, wanted);
                } catch (Finder.MovedException e) {
                    // Once more.
                }
            }
            return fetch(where, order, from, wanted);
        }
        Collection<UUID> meant = meant(query);
        if (meant != null && meant.isEmpty()) {
            return List.of();
        }
        return fetch(meant == null ? where : Searching.among(where, meant), order, from, wanted);
    }

    /** Where much is meant, the first lots fill the page; where little is, there are no more. */
    private List<T> lots(Finder finder, RecordWhere where, Order<T> order, Cursor from, int wanted) {
        List<T> rows = new ArrayList<>();
        Cursor at = from;
        for (int lot = 0; lot < LOTS; lot++) {
            List<UUID> ids = finder.next();
            if (ids == null) {
                return rows;
            }
            rows.addAll(fetch(Searching.among(where, ids), order, null, wanted - rows.size()));
            if (rows.size() == wanted) {
                return rows;
            }
            at = new Cursor(ids.getLast(), null, false);
        }
        rows.addAll(fetch(where, order, at, wanted - rows.size()));
        return rows;
    }

    /** Null: no search, or too much to name it all. */
    private Collection<UUID> meant(RecordQuery query) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Finder finder = searching.find(em, query.search(), true, null);
            if (finder == null) {
                return null;
            }
            try {
                return finder.all(MOST_MEANT);
            } catch (Finder.MovedException e) {
                // Once more.
            }
        }
        return null;
    }

    private List<T> fetch(RecordWhere where, Order<T> order, Cursor from, int wanted) {
        List<T> rows = new ArrayList<>();
        Cursor at = from;
        for (Order.Run run : order.runs(from)) {
            RecordWhere narrowed = new RecordWhere(where);
            order.restrict(narrowed, run, at);
            rows.addAll(narrowed.bind(em.createQuery(
                            "select r" + from(narrowed) + order.orderBy(run, narrowed.lead()),
                            kind.type().entity()))
                    .setMaxResults(wanted - rows.size())
                    .getResultList());
            at = null;
            if (rows.size() == wanted) {
                break;
            }
        }
        return rows;
    }

    private Cursor cursor(RecordQuery query, Order<T> order) {
        if (query.after() == null || query.after().isBlank()) {
            return null;
        }
        Cursor read = Cursor.read(list(query), query.after(), order.sort());
        return read.lookUp() ? lookUp(read, order.sort()) : read;
    }

    private Cursor lookUp(Cursor cursor, Field<T, ?> sort) {
        T row = em.find(kind.type().entity(), cursor.id());
        if (row == null) {
            throw Cursor.refused();
        }
        return place(sort, row);
    }

    private Cursor place(Field<T, ?> sort, T row) {
        return new Cursor(row.id(), sort == null ? null : sort.get(row), false);
    }

    private <V> String write(RecordQuery query, Field<T, V> sort, T row) {
        return Cursor.write(list(query), row.id(), sort, sort == null ? null : sort.get(row));
    }

    private String list(RecordQuery query) {
        return kind + "?" + (query.sort() == null ? "" : query.sort()) + (query.descending() ? "-" : "+");
    }
}
