package org.shishi.kit.figure;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shishi.api.record.Field;
import org.shishi.api.report.ReportTable;

/** From a row of a report to the records behind it. */
public final class RowLink {

    private RowLink() {}

    /**
     * The conditions of the list that shows exactly a row's records.
     *
     * @param by the dimensions of the report
     * @param keys of the row, one for each
     * @return empty where the list can't ask for it: a dimension that is no condition, or a row for nothing
     */
    public static Optional<QueryParameters> of(
            ReportTable table, List<String> by, List<String> keys, Map<String, List<String>> filters) {
        Map<String, List<String>> conditions = new TreeMap<>(filters);
        for (int i = 0; i < by.size(); i++) {
            String name = condition(table, by.get(i));
            String key = i < keys.size() ? keys.get(i) : null;
            if (name == null || key == null || key.isBlank()) {
                return Optional.empty();
            }
            conditions.put(name, List.of(key));
        }
        return table.type().partOf().isPresent()
                ? Optional.empty()
                : Optional.of(new QueryParameters(new LinkedHashMap<>(conditions)));
    }

    private static String condition(ReportTable table, String dimension) {
        return switch (dimension) {
            case ReportTable.STATUS -> "status";
            case ReportTable.SECOND_LEVEL -> "owner";
            default ->
                table.type()
                        .field(dimension)
                        .filter(Field::isFiltered)
                        .map(Field::name)
                        .orElse(null);
        };
    }
}
