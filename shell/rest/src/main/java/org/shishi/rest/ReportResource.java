package org.shishi.rest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.report.ReportResult;
import org.shishi.api.report.ReportTable;
import org.shishi.api.report.Reports;
import org.shishi.api.rule.RefusedException;

/** Reports and indicators of a programme within the caller's scope. */
@Component(service = Resource.class)
public final class ReportResource implements Resource {

    private static final Map<String, String> FORMATS = Map.of("json", "json", "xlsx", "xlsx", "pdf", "pdf");

    private final Live live;
    private final Reports reports;

    @Activate
    public ReportResource(@Reference Live live, @Reference Reports reports) {
        this.live = live;
        this.reports = reports;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                                "GET",
                                "/{year}/{programme}/reports/{report}",
                                "A report, grouped by ?by=…; format=json|xlsx|pdf",
                                this::report)
                        .described(d -> d.query("by", "string")
                                .query("format", "string")
                                .query("owner", "string")
                                .query(ReportTable.TREE_OF, "string")
                                .answers(200, "Report")),
                Route.of("GET", "/{year}/{programme}/indicators", "Targets and actuals", this::indicators)
                        .described(d -> d.answers(200, "Indicators")));
    }

    private Reply report(Exchange exchange) {
        LiveProgramme programme = live.get(exchange.path("programme"), exchange.year());
        ReportTable table = programme.descriptor().reports().stream()
                .filter(t -> t.id().equals(exchange.path("report")))
                .findFirst()
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
        ReportResult result = reports.run(
                exchange.caller(), programme.context(), table, by(exchange, table), filters(exchange, table));
        return switch (exchange.choice("format", "json", FORMATS)) {
            case "xlsx" ->
                Reply.file(
                        Reply.XLSX,
                        result.title().zh() + ".xlsx",
                        out -> reports.writeXlsx(exchange.caller(), result, out));
            case "pdf" ->
                Reply.file(
                        "application/pdf",
                        result.title().zh() + ".pdf",
                        out -> reports.writePdf(exchange.caller(), result, out));
            default -> Reply.ok(plain(result));
        };
    }

    private static List<String> by(Exchange exchange, ReportTable table) {
        List<String> by = exchange.queries("by");
        if (!table.dimensions().containsAll(by)) {
            throw new Json.BadRequest("'by' takes " + table.dimensions());
        }
        return by;
    }

    private static Map<String, List<String>> filters(Exchange exchange, ReportTable table) {
        Map<String, List<String>> filters = new HashMap<>();
        for (String name : exchange.query().keySet()) {
            if (table.dimensions().contains(name) || name.equals("owner") || name.equals(ReportTable.TREE_OF)) {
                filters.put(name, exchange.queries(name));
            } else if (!name.equals("by") && !name.equals("format")) {
                throw new Json.BadRequest("unknown query parameter '" + name + "'");
            }
        }
        return filters;
    }

    private static Map<String, Object> plain(ReportResult result) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("title", ProgrammeResource.text(result.title()));
        plain.put("organisation", result.organisation());
        plain.put("preparedAt", result.preparedAt().toString());
        plain.put(
                "conditions",
                result.conditions().stream().map(ProgrammeResource::text).toList());
        plain.put(
                "dimensions",
                result.dimensions().stream().map(ProgrammeResource::text).toList());
        plain.put(
                "measures",
                result.measures().stream().map(ProgrammeResource::text).toList());
        plain.put(
                "rows",
                result.rows().stream()
                        .map(row -> Map.of(
                                "keys", row.keys(),
                                "labels",
                                        row.labels().stream()
                                                .map(ProgrammeResource::text)
                                                .toList(),
                                "values", row.values()))
                        .toList());
        plain.put("total", result.total());
        plain.put("indicator", result.indicator() == null ? null : plain(result.indicator()));
        return plain;
    }

    private Reply indicators(Exchange exchange) {
        LiveProgramme programme = live.get(exchange.path("programme"), exchange.year());
        return Reply.ok(reports.indicators(exchange.caller(), programme.context()).stream()
                .map(ReportResource::plain)
                .toList());
    }

    private static Map<String, Object> plain(ReportResult.IndicatorValue value) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("code", value.code());
        plain.put("title", ProgrammeResource.text(value.title()));
        plain.put("target", value.target());
        plain.put("actual", value.actual());
        plain.put("ratio", value.ratio());
        plain.put("light", value.light());
        plain.put("asOf", value.asOf().toString());
        return plain;
    }
}
