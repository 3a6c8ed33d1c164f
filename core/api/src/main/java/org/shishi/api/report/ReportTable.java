package org.shishi.api.report;

import java.util.ArrayList;
import java.util.List;
import org.shishi.api.record.RecordType;

/**
 * A report over the records of a type: grouped by any of its dimensions, measured, drawn and exported by the platform.
 *
 * @param id for example {@code overview}; title text {@code report.<id>}
 * @param dimensions field names, or {@link #STATUS}, {@link #SECOND_LEVEL}
 * @param indicator code of the indicator shown above the table; null: none
 */
public record ReportTable(
        String id, RecordType<?> type, List<String> dimensions, List<Measure> measures, String indicator) {

    public static final String STATUS = "status";
    /** The district or bureau union of the owner. */
    public static final String SECOND_LEVEL = "secondLevel";
    /**
     * A filter of every report that groups by second-level unions: an ISO day, whose tree and names are used (a report as of
     * last March uses last March's tree). Who sees what is today's all the same.
     */
    public static final String TREE_OF = "treeOf";

    /**
     * A column of numbers.
     *
     * @param key title text {@code measure.<key>}
     * @param expression JPQL aggregate on the alias {@code r} that adds up over groups (a sum or a count of records), for
     *     example {@code sum(r.plannedFen)}
     * @param money true: fen, shown in yuan; its title names no unit, what is shown and printed adds it
     */
    public record Measure(String key, String expression, boolean money) {}

    public ReportTable {
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
    }

    public static Builder of(String id, RecordType<?> type) {
        return new Builder(id, type);
    }

    /** Collects the parts. */
    public static final class Builder {
        private final String id;
        private final RecordType<?> type;
        private final List<String> dimensions = new ArrayList<>();
        private final List<Measure> measures = new ArrayList<>();
        private String indicator;

        private Builder(String id, RecordType<?> type) {
            this.id = id;
            this.type = type;
        }

        public Builder by(String... fields) {
            dimensions.addAll(List.of(fields));
            return this;
        }

        public Builder count() {
            measures.add(new Measure("count", "count(r)", false));
            return this;
        }

        public Builder number(String key, String expression) {
            measures.add(new Measure(key, expression, false));
            return this;
        }

        public Builder money(String key, String expression) {
            measures.add(new Measure(key, expression, true));
            return this;
        }

        public Builder indicator(String code) {
            indicator = code;
            return this;
        }

        public ReportTable build() {
            return new ReportTable(id, type, dimensions, measures, indicator);
        }
    }
}
