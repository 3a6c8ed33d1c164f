package org.shishi.core.record;

import java.util.List;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.ValueFault;
import org.shishi.api.rule.RefusedException;

/**
 * The order of a list as the page is fetched (turned round when it goes backwards): by a field and then by id, rows
 * without a value last when ascending, or by id alone.
 *
 * @param sort null: by id
 */
record Order<T extends ProgrammeRecord>(Field<T, ?> sort, boolean ascending) {

    /** Rows with a value and rows without are two runs over the index, each with one plain condition. */
    enum Run {
        VALUES,
        NO_VALUES,
        IDS
    }

    static <T extends ProgrammeRecord> Order<T> of(Kind<T> kind, RecordQuery query) {
        if (query.sort() == null || query.sort().isBlank()) {
            // Newest first.
            return new Order<>(null, query.backwards());
        }
        Field<T, ?> sort = kind.type()
                .field(query.sort())
                .filter(Field::isSorted)
                .orElseThrow(() -> new RefusedException(List.of(ValueFault.NOT_SORTED.at("sort", query.sort()))));
        return new Order<>(sort, query.descending() == query.backwards());
    }

    List<Run> runs() {
        if (sort == null) {
            return List.of(Run.IDS);
        }
        return ascending ? List.of(Run.VALUES, Run.NO_VALUES) : List.of(Run.NO_VALUES, Run.VALUES);
    }

    /** The runs from a place on. */
    List<Run> runs(Cursor from) {
        if (from == null || sort == null) {
            return runs();
        }
        Run first = from.value() == null ? Run.NO_VALUES : Run.VALUES;
        return runs().subList(runs().indexOf(first), runs().size());
    }

    void restrict(RecordWhere where, Run run, Cursor from) {
        String beyond = ascending ? " > " : " < ";
        if (run != Run.IDS) {
            where.and("r." + sort.path() + (run == Run.VALUES ? " is not null" : " is null"));
        }
        if (from == null) {
            return;
        }
        String id = "r.id" + beyond + where.value(from.id());
        if (run == Run.VALUES) {
            String path = "r." + sort.path();
            String value = where.value(from.value());
            // The first condition says the same again in a form that an index can begin at.
            where.and(path + beyond.stripTrailing() + "= " + value);
            where.and("(" + path + beyond + value + " or " + id + ")");
        } else {
            where.and(id);
        }
    }

    /** @param lead a path that has one value in all rows; null: none */
    String orderBy(Run run, String lead) {
        String direction = ascending ? " asc" : " desc";
        String first = run == Run.VALUES ? "r." + sort.path() : run == Run.IDS ? lead : null;
        return " order by " + (first == null ? "" : first + direction + ", ") + "r.id" + direction;
    }
}
