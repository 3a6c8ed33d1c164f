package org.shishi.api.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shishi.api.text.Text;

/**
 * A computed report.
 *
 * @param title official title with the year
 * @param dimensions titles of the grouping columns, in the order asked for
 * @param measures titles of the number columns
 * @param money whether a number column is fen
 * @param total sums over all rows
 * @param indicator null when the report shows none
 * @param conditions what was asked for besides the grouping, a sentence each ("District: Pudong"), as printed on files of the
 *     report; empty: nothing was left out
 */
public record ReportResult(
        Text title,
        String organisation,
        String preparedBy,
        Instant preparedAt,
        List<Text> dimensions,
        List<Text> measures,
        List<Boolean> money,
        List<Row> rows,
        List<Long> total,
        IndicatorValue indicator,
        List<Text> conditions) {

    public ReportResult {
        conditions = List.copyOf(conditions);
    }

    /** Of everything that the caller may see. */
    public ReportResult(
            Text title,
            String organisation,
            String preparedBy,
            Instant preparedAt,
            List<Text> dimensions,
            List<Text> measures,
            List<Boolean> money,
            List<Row> rows,
            List<Long> total,
            IndicatorValue indicator) {
        this(
                title,
                organisation,
                preparedBy,
                preparedAt,
                dimensions,
                measures,
                money,
                rows,
                total,
                indicator,
                List.of());
    }

    /**
     * @param keys plain values of the dimensions, for links to the list
     * @param labels what is shown for them
     */
    public record Row(List<String> keys, List<Text> labels, List<Long> values) {}

    /**
     * Target and actual of one organisation (domain specification §13.12).
     *
     * @param target null: none
     * @param ratio percent, one decimal; null without target
     * @param light GREEN, YELLOW, RED; null without target
     */
    public record IndicatorValue(
            String code,
            Text title,
            UUID organisation,
            Long target,
            long actual,
            BigDecimal ratio,
            String light,
            Instant asOf) {}
}
