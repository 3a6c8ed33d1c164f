package org.shishi.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.form.Forms;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.rule.RefusedException;

/** Official forms in and out, at the records they belong to: their rows' or their header's. */
@Component(service = Resource.class)
public final class FormResource implements Resource {

    private static final String AT = "/{year}/{programme}/{records}";
    private static final Map<String, Forms.Mode> MODES =
            Map.of("validOnly", Forms.Mode.VALID_ONLY, "allOrNothing", Forms.Mode.ALL_OR_NOTHING);

    private final Live live;
    private final Forms forms;
    private final Refusals refusals;

    @Activate
    public FormResource(@Reference Live live, @Reference Forms forms, @Reference Refusals refusals) {
        this.live = live;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("POST", AT + "/import", "Import an official form (xlsx as body or multipart)", this::start)
                        .described(d -> d.query("mode", "string")
                                .query("dryRun", "boolean")
                                .query("fileName", "string")
                                .takesFile(Reply.XLSX)
                                .answers(202, "Started")),
                Route.of("GET", AT + "/export", "The official form with the caller's records, masked", this::export)
                        .described(d -> d.filtered().answersFile(Reply.XLSX)),
                Route.of("POST", AT + "/export", "The same in clear, for a reason; audited", this::exportClear)
                        .described(d -> d.filtered().takes("Reason").answersFile(Reply.XLSX)),
                Route.of("GET", AT + "/template", "The empty official form", this::template)
                        .described(d -> d.answersFile(Reply.XLSX)));
    }

    static Forms.Mode mode(Exchange exchange) {
        return exchange.choice("mode", Forms.Mode.VALID_ONLY, MODES);
    }

    private Reply start(Exchange exchange) {
        LiveProgramme programme = live.get(exchange.path("programme"), exchange.year());
        OfficialForm<?> form = form(exchange, programme);
        Forms.Mode mode = mode(exchange);
        boolean dryRun = exchange.flag("dryRun", false);
        Map<String, String> defaults = defaults(exchange, form);
        Exchange.Upload upload = exchange.upload();
        UUID task = forms.startImport(
                exchange.caller(),
                programme.context(),
                form,
                new Forms.ImportRequest(mode, dryRun, defaults, upload.name()),
                upload.content());
        String location = "/api/v1/jobs/" + task;
        return Reply.json(202, Map.of("id", task.toString(), "href", location)).with("Location", location);
    }

    private static Map<String, String> defaults(Exchange exchange, OfficialForm<?> form) {
        Map<String, String> defaults = new HashMap<>();
        form.columns().stream().filter(OfficialForm.Column::optional).forEach(column -> exchange.query(column.field())
                .ifPresentOrElse(value -> defaults.put(column.field(), value), () -> {
                    if (column.fallback() != null) {
                        defaults.put(column.field(), column.fallback());
                    }
                }));
        return defaults;
    }

    private Reply export(Exchange exchange) {
        LiveProgramme programme = live.get(exchange.path("programme"), exchange.year());
        return export(exchange, programme, form(exchange, programme), null);
    }

    private Reply exportClear(Exchange exchange) {
        LiveProgramme programme = live.get(exchange.path("programme"), exchange.year());
        // A missing one is refused at the door.
        String reason = Objects.requireNonNullElse(Json.text(exchange.json(), "reason"), "");
        return export(exchange, programme, form(exchange, programme), reason);
    }

    /** @param reason null: masked */
    private <T extends ProgrammeRecord> Reply export(
            Exchange exchange, LiveProgramme programme, OfficialForm<T> form, String reason) {
        RecordQuery query =
                Target.of(exchange, programme, form.rows().id(), refusals).query();
        return Reply.file(Reply.XLSX, form.title(programme.context().year()) + ".xlsx", out -> {
            if (reason == null) {
                forms.export(exchange.caller(), programme.context(), form, query, out);
            } else {
                forms.exportClear(exchange.caller(), programme.context(), form, query, reason, out);
            }
        });
    }

    private Reply template(Exchange exchange) {
        LiveProgramme programme = live.get(exchange.path("programme"), exchange.year());
        OfficialForm<?> form = form(exchange, programme);
        return Reply.file(
                Reply.XLSX,
                form.title(programme.context().year()) + ".xlsx",
                out -> forms.template(exchange.caller(), programme.context(), form, out));
    }

    private static OfficialForm<?> form(Exchange exchange, LiveProgramme programme) {
        return form(programme, exchange.path("records"))
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }

    /** The form that is at home at these records. */
    static Optional<OfficialForm<?>> form(LiveProgramme programme, String records) {
        return programme.descriptor().forms().stream()
                .filter(form -> form.rows().id().equals(records)
                        || form.header()
                                .filter(header -> header.type().id().equals(records))
                                .isPresent())
                .<OfficialForm<?>>map(form -> form)
                .findFirst();
    }
}
