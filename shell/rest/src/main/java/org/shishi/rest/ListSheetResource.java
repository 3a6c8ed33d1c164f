package org.shishi.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.ListSheets.Kind;

/** The platform's lists in and out of Excel; the job that an import begins is committed as any other. */
@Component(service = Resource.class)
public final class ListSheetResource implements Resource {

    private static final Map<String, Kind> KINDS = Map.of(
            "organisations",
            Kind.ORGANISATIONS,
            "units",
            Kind.UNITS,
            "persons",
            Kind.PERSONS,
            "accounts",
            Kind.ACCOUNTS);

    private final ListSheets sheets;

    @Activate
    public ListSheetResource(@Reference ListSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public List<Route> routes() {
        Route clear = Route.of(
                        "POST",
                        "/persons/export",
                        "All in scope in clear; idleIn=year: who takes part in nothing; audited",
                        this::exportClear)
                .described(d -> d.query("idleIn", "integer").takes("Reason").answersFile(Reply.XLSX));
        return Stream.concat(
                        Stream.of("organisations", "units", "persons", "accounts")
                                .flatMap(this::routes),
                        Stream.of(clear))
                .toList();
    }

    private Stream<Route> routes(String list) {
        return Stream.of(
                Route.of("POST", "/" + list + "/import", "Check an xlsx (body or multipart) row by row", this::start)
                        .described(d -> d.query("fileName", "string")
                                .takesFile(Reply.XLSX)
                                .answers(202, "Started")),
                list.equals("persons")
                        ? Route.of(
                                        "GET",
                                        "/persons/export",
                                        "All in scope, masked; idleIn=year: who takes part in nothing",
                                        this::export)
                                .described(d -> d.query("idleIn", "integer").answersFile(Reply.XLSX))
                        : Route.of("GET", "/" + list + "/export", "All of the caller's branch", this::export)
                                .described(d -> d.answersFile(Reply.XLSX)),
                Route.of("GET", "/" + list + "/template", "The empty sheet", this::template)
                        .described(d -> d.answersFile(Reply.XLSX)));
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
        int idle = kind == Kind.PERSONS ? idle(exchange) : 0;
        return Reply.file(Reply.XLSX, title(kind) + ".xlsx", out -> {
            if (idle == 0) {
                sheets.export(exchange.caller(), kind, out);
            } else {
                sheets.exportIdle(exchange.caller(), idle, null, out);
            }
        });
    }

    private static int idle(Exchange exchange) {
        return exchange.number("idleIn", 0, 0, 9999);
    }

    private Reply exportClear(Exchange exchange) {
        String reason = Json.text(exchange.json(), "reason");
        int idle = idle(exchange);
        return Reply.file(Reply.XLSX, title(Kind.PERSONS) + ".xlsx", out -> {
            if (idle == 0) {
                sheets.exportClear(exchange.caller(), Kind.PERSONS, reason, out);
            } else {
                sheets.exportIdle(exchange.caller(), idle, reason == null ? "" : reason, out);
            }
        });
    }

    private Reply template(Exchange exchange) {
        Kind kind = kind(exchange);
        return Reply.file(Reply.XLSX, title(kind) + "模板.xlsx", out -> sheets.template(exchange.caller(), kind, out));
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case ORGANISATIONS -> "组织机构";
            case UNITS -> "单位";
            case PERSONS -> "人员";
            case ACCOUNTS -> "账号";
        };
    }
}
