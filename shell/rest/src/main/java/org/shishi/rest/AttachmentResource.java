package org.shishi.rest;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.file.Attachment;
import org.shishi.api.record.Records;

/** Files of records. */
@Component(service = Resource.class)
public final class AttachmentResource implements Resource {

    private static final String AT = "/{year}/{programme}/{records}/{id}/attachments";
    private static final Map<String, String> TYPES = Map.of(
            "PDF", "application/pdf",
            "JPG", "image/jpeg",
            "PNG", "image/png",
            "XLSX", Reply.XLSX,
            "DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Live live;
    private final Refusals refusals;

    @Activate
    public AttachmentResource(@Reference Live live, @Reference Refusals refusals) {
        this.live = live;
        this.refusals = refusals;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", AT, "A record's files", this::list).described(d -> d.answers(200, "Attachments")),
                Route.of("POST", AT, "Attach a file: ?kind=… (multipart, or the body with ?fileName=…)", this::add)
                        .described(d -> d.query("kind", "string")
                                .query("fileName", "string")
                                .takesFile("application/octet-stream")
                                .answers(201, "Attachment")),
                Route.of("GET", AT + "/{file}", "A file's content", this::open)
                        .described(d -> d.answersFile("application/octet-stream")));
    }

    private Records<?> records(Exchange exchange) {
        return Target.of(
                        exchange,
                        live.get(exchange.path("programme"), exchange.year()),
                        exchange.path("records"),
                        refusals)
                .records();
    }

    private Reply list(Exchange exchange) {
        return Reply.ok(records(exchange).attachments(exchange.caller(), exchange.id("id")).stream()
                .map(AttachmentResource::plain)
                .toList());
    }

    private Reply add(Exchange exchange) {
        String kind = exchange.query("kind").orElseThrow(() -> new Json.BadRequest("'kind' is needed"));
        Exchange.Upload upload = exchange.upload();
        Attachment added =
                records(exchange).attach(exchange.caller(), exchange.id("id"), kind, upload.name(), upload.content());
        return Reply.json(201, plain(added)).with("Location", exchange.request().getRequestURI() + "/" + added.id());
    }

    private Reply open(Exchange exchange) {
        Records<?> records = records(exchange);
        Attachment file = records.attachments(exchange.caller(), exchange.id("id")).stream()
                .filter(a -> a.id().equals(exchange.id("file")))
                .findFirst()
                .orElseThrow(() -> new org.shishi.api.rule.RefusedException("CORE-NOT-FOUND", null));
        return Reply.file(TYPES.get(file.type()), file.name(), out -> {
            try (InputStream in = records.openAttachment(exchange.caller(), exchange.id("id"), file.id())) {
                in.transferTo(out);
            }
        });
    }

    private static Map<String, Object> plain(Attachment file) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", file.id().toString());
        plain.put("kind", file.kind());
        plain.put("name", file.name());
        plain.put("type", file.type());
        plain.put("sizeBytes", file.sizeBytes());
        plain.put("sha256", file.sha256());
        plain.put("by", file.by());
        plain.put("at", file.at().toString());
        return plain;
    }
}
