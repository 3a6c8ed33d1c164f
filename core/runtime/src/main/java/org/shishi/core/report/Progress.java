package org.shishi.core.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.shishi.api.report.IndicatorRatio;
import org.shishi.api.report.ReportResult.IndicatorValue;
import org.shishi.api.text.Text;

/** An indicator's number against its target and the year (R-C.12). */
final class Progress {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Progress() {}

    static IndicatorValue value(
            String code, Text title, UUID organisation, Long target, long actual, BigDecimal elapsed, Instant asOf) {
        IndicatorRatio.Ratio ratio =
                IndicatorRatio.indicatorRatio(target, actual, elapsed).orThrow();
        return new IndicatorValue(
                code,
                title,
                organisation,
                target,
                actual,
                ratio.ratio(),
                ratio.light() == null ? null : ratio.light().name(),
                asOf);
    }

    /** Percent of the edition's year that is over at the end of a day. */
    static BigDecimal elapsed(int year, LocalDate day) {
        if (day.getYear() != year) {
            return day.getYear() < year ? BigDecimal.ZERO : HUNDRED;
        }
        return BigDecimal.valueOf(day.getDayOfYear())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(day.lengthOfYear()), 4, RoundingMode.HALF_UP);
    }
}
