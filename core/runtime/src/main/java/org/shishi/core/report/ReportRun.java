package org.shishi.core.report;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shishi.api.report.ReportResult;
import org.shishi.api.report.ReportTable;
import org.shishi.core.record.RecordWhere;

/**
 * Groups and adds up. The database groups by what is stored; groups that people see as one (the owners of one second-level
 * union) are added up here, which measures allow by contract.
 */
final class ReportRun {

    private final ReportTable table;
    private final List<Dimension> by;

    ReportRun(ReportTable table, List<Dimension> by) {
        this.table = table;
        this.by = by;
    }

    List<ReportResult.Row> rows(EntityManager em, RecordWhere where) {
        Map<List<Dimension.Value>, long[]> groups = new LinkedHashMap<>();
        List<Map<Object, Dimension.Value>> known = by.stream()
                .map(d -> (Map<Object, Dimension.Value>) new HashMap<Object, Dimension.Value>())
                .toList();
        for (Object result : query(em, where)) {
            // One column comes alone, several as an array.
            Object[] columns = result instanceof Object[] many ? many : new Object[] {result};
            List<Dimension.Value> key = new ArrayList<>();
            for (int i = 0; i < by.size(); i++) {
                Dimension dimension = by.get(i);
                key.add(
                        columns[i] == null
                                ? dimension.nothing()
                                : known.get(i).computeIfAbsent(columns[i], dimension::value));
            }
            long[] sums =
                    groups.computeIfAbsent(key, k -> new long[table.measures().size()]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Math.addExact(sums[i], number(columns[by.size() + i]));
            }
        }
        return groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(ReportRun::compare))
                .map(group -> row(group.getKey(), group.getValue()))
                .toList();
    }

    List<Long> total(List<ReportResult.Row> rows) {
        long[] total = new long[table.measures().size()];
        rows.forEach(row -> {
            for (int i = 0; i < total.length; i++) {
                total[i] = Math.addExact(total[i], row.values().get(i));
            }
        });
        return Arrays.stream(total).boxed().toList();
    }

    private List<?> query(EntityManager em, RecordWhere where) {
        List<String> groups = by.stream().map(Dimension::expression).distinct().toList();
        String entity = em.getMetamodel().entity(table.type().entity()).getName();
        String select = String.join(
                ", ",
                Stream.concat(
                                by.stream().map(Dimension::expression),
                                table.measures().stream().map(ReportTable.Measure::expression))
                        .toList());
        return where.bind(em.createQuery("select " + select + " from " + entity + " r" + where.jpql()
                        + (groups.isEmpty() ? "" : " group by " + String.join(", ", groups))))
                .getResultList();
    }

    private static long number(Object value) {
        if (value == null) {
            // A sum of nothing.
            return 0;
        }
        return value instanceof BigDecimal decimal
                ? decimal.setScale(0, RoundingMode.HALF_UP).longValueExact()
                : ((Number) value).longValue();
    }

    private static int compare(List<Dimension.Value> one, List<Dimension.Value> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = Comparator.<Dimension.Value>naturalOrder().compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static ReportResult.Row row(List<Dimension.Value> key, long[] sums) {
        return new ReportResult.Row(
                key.stream().map(Dimension.Value::key).toList(),
                key.stream().map(Dimension.Value::label).toList(),
                Arrays.stream(sums).boxed().toList());
    }
}
