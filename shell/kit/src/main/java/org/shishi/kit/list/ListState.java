package org.shishi.kit.list;

import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.RecordType;
import org.shishi.kit.component.PageFooter;

/**
 * What a list page shows, as its address says it: {@code ?q=…&status=DRAFT&sort=-plannedFen&after=…&size=50}. Immutable.
 *
 * @param filters by field name, {@code status}, {@code owner}, {@code importId}
 * @param search null: none
 * @param sort null: newest first
 * @param cursor null: the first page, or with {@code backwards} the last
 */
public record ListState(
        Map<String, List<String>> filters,
        String search,
        String sort,
        boolean descending,
        String cursor,
        boolean backwards,
        int size) {

    private static final String SEARCH = "q";
    private static final String SORT = "sort";
    private static final String AFTER = "after";
    private static final String BEFORE = "before";
    private static final String LAST = "last";
    private static final String SIZE = "size";
    private static final Set<String> OWN = Set.of("status", "owner", "importId");

    public ListState {
        filters = Map.copyOf(filters);
    }

    public static ListState first() {
        return new ListState(Map.of(), null, null, false, null, false, PageFooter.SIZES.getFirst());
    }

    /** Reads an address; what is no condition of the type is passed over. */
    public static ListState of(QueryParameters address, RecordType<?> type) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        address.getParameters().forEach((name, values) -> {
            List<String> given = values.stream().filter(v -> !v.isBlank()).toList();
            if (isCondition(name, type) && !given.isEmpty()) {
                filters.put(name, given);
            }
        });
        String sort = one(address, SORT);
        boolean descending = sort != null && sort.startsWith("-");
        String field = descending ? sort.substring(1) : sort;
        boolean last = address.getParameters().containsKey(LAST);
        String before = one(address, BEFORE);
        return new ListState(
                filters,
                one(address, SEARCH),
                isSorted(field, type) ? field : null,
                descending && isSorted(field, type),
                before == null ? one(address, AFTER) : before,
                before != null || last,
                size(one(address, SIZE)));
    }

    private static boolean isCondition(String name, RecordType<?> type) {
        return OWN.contains(name) || type.field(name).filter(Field::isFiltered).isPresent();
    }

    private static boolean isSorted(String name, RecordType<?> type) {
        return name != null && type.field(name).filter(Field::isSorted).isPresent();
    }

    private static String one(QueryParameters address, String name) {
        return address.getSingleParameter(name)
                .filter(value -> !value.isBlank())
                .orElse(null);
    }

    private static int size(String text) {
        return PageFooter.SIZES.stream()
                .filter(size -> size.toString().equals(text))
                .findFirst()
                .orElse(PageFooter.SIZES.getFirst());
    }

    /** The address without what goes without saying. */
    public QueryParameters address() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, SEARCH, search);
        parameters.putAll(new TreeMap<>(filters));
        put(parameters, SORT, sort == null ? null : (descending ? "-" : "") + sort);
        put(parameters, backwards ? BEFORE : AFTER, cursor);
        put(parameters, LAST, backwards && cursor == null ? "1" : null);
        put(parameters, SIZE, size == PageFooter.SIZES.getFirst() ? null : Integer.toString(size));
        return new QueryParameters(parameters);
    }

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        if (value != null) {
            parameters.put(name, List.of(value));
        }
    }

    public RecordQuery query() {
        return new RecordQuery(filters, search, sort, descending, cursor, backwards, size);
    }

    /** Other conditions, from the first page. */
    public ListState asking(Map<String, List<String>> conditions, String text) {
        Map<String, List<String>> kept = new LinkedHashMap<>(conditions);
        String typed = text == null || text.isBlank() ? null : text.strip();
        return new ListState(kept, typed, sort, descending, null, false, size);
    }

    public ListState ordered(String field, boolean descends) {
        return new ListState(filters, search, field, descends, null, false, size);
    }

    public ListState sized(int rows) {
        return new ListState(filters, search, sort, descending, null, false, rows);
    }

    /** @param previous cursor of the page before @param next cursor of the page after */
    public ListState turned(PageFooter.Turn turn, String previous, String next) {
        return switch (turn) {
            case FIRST -> at(null, false);
            case PREVIOUS -> at(previous, previous != null);
            case NEXT -> at(next, false);
            case LAST -> at(null, true);
        };
    }

    private ListState at(String where, boolean back) {
        return new ListState(filters, search, sort, descending, where, back, size);
    }

    /** Whether anything is asked for at all. */
    public boolean asks() {
        return search != null || !filters.isEmpty();
    }

    /** The conditions of a filter; empty: it asks for nothing. */
    public List<String> values(String name) {
        return new ArrayList<>(filters.getOrDefault(name, List.of()));
    }
}
