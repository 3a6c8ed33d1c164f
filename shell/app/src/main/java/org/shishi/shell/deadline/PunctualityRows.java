package org.shishi.shell.deadline;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.shishi.api.platform.DeadlineCentre;
import org.shishi.api.platform.DeadlineCentre.Punctuality;
import org.shishi.api.report.IndicatorRatio;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.PagedTable;
import org.shishi.shell.text.ShellTexts;

/** How reliably organisations keep their days, the most unreliable first. */
final class PunctualityRows {

    private PunctualityRows() {}

    static PagedTable<Punctuality> table(List<Punctuality> kept, Wanted wanted) {
        PagedTable<Punctuality> table = new PagedTable<>(
                ShellTexts.t("deadlines.view.RANKING"),
                List.of(
                        new PagedTable.Column<>(
                                ShellTexts.t("deadlines.organisation"),
                                null,
                                PagedTable.Width.TEXT,
                                row -> Cell.link(row.name(), theirs(wanted, row))),
                        column("deadlines.ranking.rate", PagedTable.Width.NUMBER, PunctualityRows::rate),
                        column("deadlines.ranking.due", PagedTable.Width.NUMBER, Punctuality::due),
                        column("deadlines.ranking.in-time", PagedTable.Width.NUMBER, Punctuality::inTime),
                        column("deadlines.ranking.late", PagedTable.Width.NUMBER, Punctuality::late),
                        column("deadlines.ranking.missing", PagedTable.Width.NUMBER, Punctuality::missing)),
                Punctuality::organisation,
                (sort, descending) -> {});
        table.footer().setVisible(false);
        table.show(kept);
        return table;
    }

    /** What that organisation owed in the same days. */
    private static String theirs(Wanted wanted, Punctuality row) {
        DeadlineCentre.Query query = wanted.query();
        DeadlineCentre.Query asked =
                new DeadlineCentre.Query(null, query.programmeId(), query.from(), query.to(), row.name());
        return Links.withQuery(
                DeadlinesPage.ROUTE, wanted.show(Wanted.View.LIST).asking(asked).parameters());
    }

    private static PagedTable.Column<Punctuality> column(
            String key, PagedTable.Width width, Function<Punctuality, Object> value) {
        return new PagedTable.Column<>(
                ShellTexts.t(key),
                null,
                width,
                row -> Cell.text(value.apply(row).toString()));
    }

    /** As every ratio of the reports; where nothing was due there is none. */
    private static String rate(Punctuality row) {
        BigDecimal ratio = IndicatorRatio.indicatorRatio((long) row.due(), row.inTime(), null)
                .result()
                .ratio();
        return ratio == null ? "" : ratio + "%";
    }
}
