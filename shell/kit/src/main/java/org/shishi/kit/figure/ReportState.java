package org.shishi.kit.figure;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shishi.api.record.Field;
import org.shishi.api.report.ReportTable;

/**
 * What a report page shows, as its address says it: {@code ?by=status&by=district&measure=count&district=310101}.
 *
 * @param by dimensions in the order wanted; never empty for a table that has any
 * @param measure key of the measure that is drawn; null for a table without measures
 * @param filters by field name, {@code status}, {@code owner}
 */
public record ReportState(List<String> by, String measure, Map<String, List<String>> filters) {

    private static final String BY = "by";
    private static final String MEASURE = "measure";

    public ReportState {
        by = List.copyOf(by);
        filters = Map.copyOf(filters);
    }

    /** Reads an address; what the table does not offer is passed over. */
    public static ReportState of(QueryParameters address, ReportTable table) {
        List<String> asked = address.getParameters(BY).stream()
                .filter(table.dimensions()::contains)
                .distinct()
                .toList();
        Map<String, List<String>> filters = new LinkedHashMap<>();
        address.getParameters().forEach((name, values) -> {
            List<String> given = values.stream().filter(v -> !v.isBlank()).toList();
            if (isFilter(name, table) && !given.isEmpty()) {
                filters.put(name, given);
            }
        });
        String measure = address.getSingleParameter(MEASURE)
                .filter(key -> table.measures().stream().anyMatch(m -> m.key().equals(key)))
                .orElse(
                        table.measures().isEmpty()
                                ? null
                                : table.measures().getFirst().key());
        return new ReportState(
                asked.isEmpty() ? table.dimensions().stream().limit(1).toList() : asked, measure, filters);
    }

    private static boolean isFilter(String name, ReportTable table) {
        return name.equals("status")
                || name.equals(ReportTable.TREE_OF)
                || name.equals("owner")
                || table.type().field(name).filter(Field::isFiltered).isPresent();
    }

    public QueryParameters address() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put(BY, by);
        if (measure != null) {
            parameters.put(MEASURE, List.of(measure));
        }
        parameters.putAll(new TreeMap<>(filters));
        return new QueryParameters(parameters);
    }

    public ReportState grouped(List<String> dimensions) {
        return new ReportState(dimensions, measure, filters);
    }

    /** The day whose tree is used; null: today. What is no day is passed over. */
    public LocalDate treeOf() {
        try {
            return filters.containsKey(ReportTable.TREE_OF)
                    ? LocalDate.parse(filters.get(ReportTable.TREE_OF).getFirst())
                    : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    public ReportState treeOf(LocalDate day) {
        Map<String, List<String>> more = new LinkedHashMap<>(filters);
        more.remove(ReportTable.TREE_OF);
        if (day != null) {
            more.put(ReportTable.TREE_OF, List.of(day.toString()));
        }
        return new ReportState(by, measure, more);
    }

    public ReportState drawing(String key) {
        return new ReportState(by, key, filters);
    }

    public ReportState asking(Map<String, List<String>> conditions) {
        return new ReportState(by, measure, conditions).treeOf(treeOf());
    }
}
