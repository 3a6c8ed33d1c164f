package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.Templates;
import org.shishi.api.platform.Templates.Preview;
import org.shishi.api.platform.Templates.Template;
import org.shishi.api.platform.Templates.Wording;
import org.shishi.api.text.Text;

/** How an edition words what it tells people; the same use case as the page. */
@Component(service = Resource.class)
public final class TemplateResource implements Resource {

    private static final String ALL = "/editions/{programme}/{year}/templates";
    private static final String ONE = ALL + "/{template}";

    private final Templates templates;
    private final Refusals refusals;

    @Activate
    public TemplateResource(@Reference Templates templates, @Reference Refusals refusals) {
        this.templates = templates;
        this.refusals = refusals;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", ALL, "Templates with original, current words and draft", this::list)
                        .described(d -> d.answers(200, "Templates")),
                Route.of("POST", ONE + "/preview", "A wording with examples filled in", this::preview)
                        .described(d -> d.takes("Wording").answers(200, "WordingPreview")),
                Route.of("POST", ONE + "/draft", "Keep a draft", this::draft)
                        .described(d -> d.takes("Wording").answers(200, "Template")),
                Route.of("POST", ONE + "/publication", "Use these words from now on", this::publish)
                        .described(d -> d.takes("WordingPublication").answers(200, "Template")),
                Route.of("POST", ONE + "/reset", "Back to the original", this::reset)
                        .described(d -> d.takes("Reason").answers(200, "Template")));
    }

    private Reply list(Exchange exchange) {
        return Reply.ok(templates.list(exchange.caller(), exchange.path("programme"), exchange.year()).stream()
                .map(TemplateResource::plain)
                .toList());
    }

    private Reply preview(Exchange exchange) {
        Preview preview = templates.preview(
                exchange.caller(),
                exchange.path("programme"),
                exchange.year(),
                exchange.path("template"),
                wording(exchange.json()));
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("filled", plain(preview.filled()));
        plain.put("refusals", refusals.plain(preview.refusals(), null));
        plain.put("left", preview.left());
        return Reply.ok(plain);
    }

    private Reply draft(Exchange exchange) {
        return Reply.ok(plain(templates.draft(
                exchange.caller(),
                exchange.path("programme"),
                exchange.year(),
                exchange.path("template"),
                wording(exchange.json()))));
    }

    private Reply publish(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        return Reply.ok(plain(templates.publish(
                exchange.caller(),
                exchange.path("programme"),
                exchange.year(),
                exchange.path("template"),
                wording(body),
                Json.text(body, "reason"))));
    }

    private Reply reset(Exchange exchange) {
        return Reply.ok(plain(templates.reset(
                exchange.caller(),
                exchange.path("programme"),
                exchange.year(),
                exchange.path("template"),
                Json.text(exchange.json(), "reason"))));
    }

    private static Wording wording(Map<String, Object> body) {
        return new Wording(text(body, "title"), text(body, "body"), text(body, "sms"));
    }

    private static Text text(Map<String, Object> body, String name) {
        if (body.get(name) == null) {
            return null;
        }
        Map<String, Object> text = Json.object(body, name);
        return new Text(word(text, "zh"), word(text, "en"));
    }

    private static String word(Map<String, Object> text, String language) {
        String word = Json.text(text, language);
        return word == null ? "" : word;
    }

    private static Map<String, Object> plain(Template template) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", template.id());
        plain.put("changed", template.changed());
        plain.put("original", plain(template.original()));
        plain.put("current", plain(template.current()));
        plain.put("draft", plain(template.draft()));
        plain.put(
                "examples",
                template.meanings().stream().map(ProgrammeResource::text).toList());
        return plain;
    }

    private static Map<String, Object> plain(Wording wording) {
        if (wording == null) {
            return null;
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("title", ProgrammeResource.text(wording.title()));
        plain.put("body", ProgrammeResource.text(wording.body()));
        plain.put("sms", ProgrammeResource.text(wording.sms()));
        return plain;
    }
}
