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

    private static final String PATH = "/openapi.json";
    private static final String SUMMARY = "This description";

    private final Live live;
    private final PlatformInfo platform;

    @Activate
    public OpenApiResource(@Reference Live live, @Reference PlatformInfo platform) {
        this.live = live;
        this.platform = platform;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.open("GET", PATH, SUMMARY, exchange -> Reply.ok(document())));
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
                            .put(route.method().toLowerCase(Locale.ROOT), OpenApiOperation.of(route, address));
                }
            }
        }
        for (Route own : List.of(
                Route.open("GET", PATH, SUMMARY, exchange -> null),
                Route.open("GET", "/docs", "This description as a page", exchange -> null)
                        .described(d -> d.answersFile("text/html")))) {
            operations(paths, own.template())
                    .put("get", OpenApiOperation.of(own, new Concrete(own.template(), null, null)));
        }
        return paths;
    }

    /** The addresses of a route as they stand now: one for each record type of each live programme that it fits. */
    private List<Concrete> concrete(Route route) {
        if (!route.template().startsWith("/{year}/{programme}")) {
            return List.of(new Concrete(route.template(), null, null));
        }
        List<Concrete> all = new ArrayList<>();
        for (LiveProgramme programme : live.all()) {
            String path = route.template()
                    .replace("{year}", Integer.toString(programme.context().year()))
                    .replace("{programme}", programme.descriptor().id());
            if (!path.contains("{records}")) {
                all.add(new Concrete(path, null, null));
                continue;
            }
            for (RecordType<?> type : programme.descriptor().records()) {
                if (fits(route, programme, type)) {
                    all.add(new Concrete(path.replace("{records}", type.id()), Schemas.name(programme, type), type));
                }
            }
        }
        return all;
    }

    /** Forms go in and out where a programme has one; states change where there are some. */
    private static boolean fits(Route route, LiveProgramme programme, RecordType<?> type) {
        String template = route.template();
        if (template.endsWith("/transitions") || template.contains("/team")) {
            return type.workflow().isPresent();
        }
        if (template.contains("/attachments")) {
            return !type.attachmentKinds().isEmpty();
        }
        if (template.endsWith("/import") || template.endsWith("/export") || template.endsWith("/template")) {
            return FormResource.form(programme, type.id()).isPresent();
        }
        return !route.method().equals("PUT") || type.changeable();
    }

    /**
     * @param schema of the records at this address; null: none
     * @param type of the records; null: none
     */
    record Concrete(String path, String schema, RecordType<?> type) {}

    private static Map<String, Object> operations(Map<String, Object> paths, String path) {
        @SuppressWarnings("unchecked")
        Map<String, Object> operations =
                (Map<String, Object>) paths.computeIfAbsent(path, key -> new LinkedHashMap<String, Object>());
        return operations;
    }
}
