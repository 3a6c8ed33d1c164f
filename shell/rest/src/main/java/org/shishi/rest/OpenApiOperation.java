package org.shishi.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shishi.api.record.Field;
import org.shishi.rest.OpenApiResource.Concrete;

/** One operation of the OpenAPI document. */
final class OpenApiOperation {

    private static final Map<String, Object> BINARY = Map.of("type", "string", "format", "binary");

    private OpenApiOperation() {}

    static Map<String, Object> of(Route route, Concrete address) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", id(route, address));
        operation.put("summary", route.summary());
        operation.put("parameters", parameters(route, address));
        if (route.open()) {
            operation.put("security", List.of());
        }
        Map<String, Object> body = body(route.described(), address);
        if (body != null) {
            operation.put("requestBody", Map.of("required", true, "content", body));
        }
        operation.put("responses", answers(route, address));
        return operation;
    }

    private static String id(Route route, Concrete address) {
        return (route.method() + address.path()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static List<Map<String, Object>> parameters(Route route, Concrete address) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (String word : address.path().split("/")) {
            if (word.startsWith("{")) {
                parameters.add(parameter(word.substring(1, word.length() - 1), "path", "string"));
            }
        }
        Described described = route.described();
        described.query().forEach((name, type) -> parameters.add(parameter(name, "query", type)));
        if (described.filters() && address.type() != null) {
            List.of("q", "status", "owner").forEach(name -> parameters.add(parameter(name, "query", "string")));
            address.type().fields().stream()
                    .filter(Field::isFiltered)
                    .forEach(field -> parameters.add(parameter(field.name(), "query", "string")));
        }
        if (route.method().equals("PUT")) {
            parameters.add(parameter("If-Match", "header", "string"));
        }
        return parameters;
    }

    private static Map<String, Object> parameter(String name, String in, String type) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", !in.equals("query"));
        parameter.put("schema", Map.of("type", type));
        return parameter;
    }

    private static Map<String, Object> body(Described described, Concrete address) {
        if (described.upload()) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put(described.file(), Map.of("schema", BINARY));
            content.put(
                    "multipart/form-data",
                    Map.of("schema", Map.of("type", "object", "properties", Map.of("file", BINARY))));
            return content;
        }
        return described.body() == null ? null : json(named(described.body(), address));
    }

    private static Map<String, Object> answers(Route route, Concrete address) {
        Described described = route.described();
        Map<String, Object> success = new LinkedHashMap<>();
        success.put("description", route.summary());
        if (described.answer() != null) {
            success.put("content", json(named(described.answer(), address)));
        } else if (described.file() != null && !described.upload()) {
            success.put("content", Map.of(described.file(), Map.of("schema", BINARY)));
        }
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put(Integer.toString(described.status()), success);
        answers.put(
                "default",
                Map.of(
                        "description",
                        "A problem (RFC 9457)",
                        "content",
                        Map.of(Reply.PROBLEM, Map.of("schema", CommonSchemas.ref("Problem")))));
        return answers;
    }

    private static String named(String schema, Concrete address) {
        return switch (schema) {
            case Described.RECORD -> address.schema();
            case Described.CHANGE -> Schemas.change(address.schema());
            case Described.PAGE -> Schemas.page(address.schema());
            default -> schema;
        };
    }

    private static Map<String, Object> json(String schema) {
        return Map.of(Reply.JSON, Map.of("schema", CommonSchemas.ref(schema)));
    }
}
