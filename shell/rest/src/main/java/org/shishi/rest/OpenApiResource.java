package org.shishi.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.api.record.RecordType;

/** The door described: OpenAPI 3.1, written from the addresses and the descriptors of the live programmes. */
@Component(
        service = {Resource.class, OpenApiResource.class},
        property = "describes=api")
public final class OpenApiResource implements Resource {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE,
            target = "(!(describes=*))")
    private volatile List<Resource> resources = List.of();

    private final Live live;
    private final PlatformInfo platform;

    @Activate
    public OpenApiResource(@Reference Live live, @Reference PlatformInfo platform) {
        this.live = live;
        this.platform = platform;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.open("GET", "/openapi.json", "This description", exchange -> Reply.ok(document())));
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Shishi 实事", "version", platform.version()));
        document.put("servers", List.of(Map.of("url", "/api/v1")));
        document.put("paths", paths());
        document.put(
                "components",
                Map.of(
                        "securitySchemes",
                        Map.of("bearer", Map.of("type", "http", "scheme", "bearer")),
                        "schemas",
                        Schemas.all(live.all())));
        document.put("security", List.of(Map.of("bearer", List.of())));
        return document;
    }

    private Map<String, Object> paths() {
        Map<String, Object> paths = new TreeMap<>();
        for (Resource resource : resources) {
            for (Route route : resource.routes()) {
                for (Concrete address : concrete(route)) {
                    operations(paths, address.path())
                            .put(route.method().toLowerCase(Locale.ROOT), operation(route, address));
                }
            }
        }
        return paths;
    }

    /** The addresses of a route as they stand now: one for each record type of each live programme. */
    private List<Concrete> concrete(Route route) {
        if (!route.template().startsWith("/{year}/{programme}")) {
            return List.of(new Concrete(route.template(), null));
        }
        List<Concrete> all = new ArrayList<>();
        for (LiveProgramme programme : live.all()) {
            String path = route.template()
                    .replace("{year}", Integer.toString(programme.context().year()))
                    .replace("{programme}", programme.descriptor().id());
            if (!path.contains("{records}")) {
                all.add(new Concrete(path, null));
                continue;
            }
            for (RecordType<?> type : programme.descriptor().records()) {
                all.add(new Concrete(path.replace("{records}", type.id()), Schemas.name(programme, type)));
            }
        }
        return all;
    }

    /** @param schema of the records at this address; null: none */
    private record Concrete(String path, String schema) {}

    private static Map<String, Object> operations(Map<String, Object> paths, String path) {
        @SuppressWarnings("unchecked")
        Map<String, Object> operations =
                (Map<String, Object>) paths.computeIfAbsent(path, key -> new LinkedHashMap<String, Object>());
        return operations;
    }

    private static Map<String, Object> operation(Route route, Concrete address) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", route.summary());
        operation.put("parameters", parameters(address.path()));
        if (route.open()) {
            operation.put("security", List.of());
        }
        boolean sendsRecord = address.schema() != null
                && (route.method().equals("PUT")
                        || route.method().equals("POST") && route.template().endsWith("{records}"));
        if (sendsRecord) {
            operation.put("requestBody", Map.of("required", true, "content", content(address.schema())));
        }
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put(sendsRecord && route.method().equals("POST") ? "201" : "200", success(route, address));
        answers.put("default", Map.of("description", "Problem", "content", problem()));
        operation.put("responses", answers);
        return operation;
    }

    private static Map<String, Object> success(Route route, Concrete address) {
        boolean answersRecord = address.schema() != null
                && (route.template().endsWith("{records}/{id}")
                        || route.template().endsWith("{id}/transitions"));
        return answersRecord
                ? Map.of("description", "The record", "content", content(address.schema()))
                : Map.of("description", "OK");
    }

    private static List<Map<String, Object>> parameters(String path) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (String word : path.split("/")) {
            if (word.startsWith("{")) {
                parameters.add(Map.of(
                        "name",
                        word.substring(1, word.length() - 1),
                        "in",
                        "path",
                        "required",
                        true,
                        "schema",
                        Map.of("type", "string")));
            }
        }
        return parameters;
    }

    private static Map<String, Object> content(String schema) {
        return Map.of(Reply.JSON, Map.of("schema", Map.of("$ref", "#/components/schemas/" + schema)));
    }

    private static Map<String, Object> problem() {
        return Map.of(Reply.PROBLEM, Map.of("schema", Map.of("$ref", "#/components/schemas/Problem")));
    }
}
