package org.shishi.core.print;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.report.ReportResult;
import org.shishi.api.text.Text;

/** A report in one language: what both kinds of files show. Money is in yuan with two decimals. */
final class PrintedReport {

    /** More than these lie on their side. */
    static final int COLUMNS_UPRIGHT = 6;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ReportResult report;
    private final CoreTexts texts;
    private final Locale locale;

    PrintedReport(Locale locale, ReportResult report, CoreTexts texts) {
        this.report = report;
        this.texts = texts;
        this.locale = locale;
    }

    String title() {
        return report.title().in(locale);
    }

    /** Organisation, conditions if any, period, preparer, time, and the indicator if there is one. */
    List<String> facts() {
        List<String> facts = new ArrayList<>();
        facts.add(word("print.organisation", report.organisation()));
        if (!report.conditions().isEmpty()) {
            facts.add(word(
                    "print.conditions",
                    report.conditions().stream()
                            .map(condition -> condition.in(locale))
                            .collect(Collectors.joining(word("print.between")))));
        }
        facts.add(word("print.period", time(report.preparedAt())));
        facts.add(word("print.preparer", report.preparedBy()));
        facts.add(word("print.time", time(report.preparedAt())));
        ReportResult.IndicatorValue indicator = report.indicator();
        if (indicator != null) {
            String actual = word("print.indicator", indicator.title().in(locale), indicator.actual());
            facts.add(
                    indicator.target() == null
                            ? actual
                            : actual + word("print.target", indicator.target(), ratio(indicator.ratio())));
        }
        return facts;
    }

    private static String ratio(BigDecimal ratio) {
        return ratio == null ? "–" : ratio.toPlainString() + "%";
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(SHANGHAI));
    }

    List<String> header() {
        List<String> header = new ArrayList<>();
        report.dimensions().forEach(title -> header.add(title.in(locale)));
        for (int i = 0; i < report.measures().size(); i++) {
            Text title = report.measures().get(i);
            header.add(title.in(locale) + (report.money().get(i) ? word("print.yuan") : ""));
        }
        return header;
    }

    int dimensions() {
        return report.dimensions().size();
    }

    /** Strings for the dimensions, Long or BigDecimal for the measures. */
    List<Object> row(ReportResult.Row row) {
        List<Object> cells = new ArrayList<>();
        row.labels().forEach(label -> cells.add(label.in(locale)));
        cells.addAll(values(row.values()));
        return cells;
    }

    List<ReportResult.Row> rows() {
        return report.rows();
    }

    List<Object> total() {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < dimensions(); i++) {
            cells.add(i == 0 ? word("print.total") : "");
        }
        cells.addAll(values(report.total()));
        return cells;
    }

    private List<Object> values(List<Long> values) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Long value = values.get(i);
            cells.add(report.money().get(i) ? (Object) BigDecimal.valueOf(value, 2) : value);
        }
        return cells;
    }

    String page(int number, int of) {
        return word("print.page", number, of);
    }

    private String word(String key, Object... args) {
        return texts.get(key, args).in(locale);
    }
}
