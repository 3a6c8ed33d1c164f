package org.shishi.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.ListSheets.Kind;

/** The platform's lists in and out of Excel; the job that an import begins is committed as any other. */
@Component(service = Resource.class)
public final class ListSheetResource implements Resource {

    private static final Map<String, Kind> KINDS = Map.of("organisations", Kind.ORGANISATIONS, "units", Kind.UNITS);

    private final ListSheets sheets;

    @Activate
    public ListSheetResource(@Reference ListSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public List<Route> routes() {
        return List.of("organisations", "units").stream()
                .flatMap(list -> List.of(
                        Route.of(
                                        "POST",
                                        "/" + list + "/import",
                                        "Check an xlsx (body or multipart) row by row",
                                        this::start)
                                .described(d -> d.query("fileName", "string")
                                        .takesFile(Reply.XLSX)
                                        .answers(202, "Started")),
                        Route.of("GET", "/" + list + "/export", "All of the caller's branch", this::export)
                                .described(d -> d.answersFile(Reply.XLSX)),
                        Route.of("GET", "/" + list + "/template", "The empty sheet", this::template)
                                .described(d -> d.answersFile(Reply.XLSX)))
                        .stream())
                .toList();
    }

    private static Kind kind(Exchange exchange) {
        String[] words = exchange.request().getRequestURI().split("/");
        return KINDS.get(words[words.length - 2]);
    }

    private Reply start(Exchange exchange) {
        Exchange.Upload upload = exchange.upload();
        UUID task = sheets.start(exchange.caller(), kind(exchange), upload.name(), upload.content());
        String location = "/api/v1/jobs/" + task;
        return Reply.json(202, Map.of("id", task.toString(), "href", location)).with("Location", location);
    }

    private Reply export(Exchange exchange) {
        Kind kind = kind(exchange);
        return Reply.file(Reply.XLSX, title(kind) + ".xlsx", out -> sheets.export(exchange.caller(), kind, out));
    }

    private Reply template(Exchange exchange) {
        Kind kind = kind(exchange);
        return Reply.file(Reply.XLSX, title(kind) + "模板.xlsx", out -> sheets.template(exchange.caller(), kind, out));
    }

    private static String title(Kind kind) {
        return kind == Kind.ORGANISATIONS ? "组织机构" : "单位";
    }
}
