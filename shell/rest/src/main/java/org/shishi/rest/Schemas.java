package org.shishi.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.organisation.District;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.Coded;

/** JSON schemas of the live programmes' records. */
final class Schemas {

    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private Schemas() {}

    static Map<String, Object> all(List<LiveProgramme> programmes) {
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put("Problem", problem());
        for (LiveProgramme programme : programmes) {
            programme
                    .descriptor()
                    .records()
                    .forEach(type -> schemas.put(name(programme, type), schema(programme, type)));
        }
        return schemas;
    }

    static String name(LiveProgramme programme, RecordType<?> type) {
        return programme.descriptor().id() + "-" + programme.context().year() + "-" + type.id();
    }

    private static <T extends org.shishi.api.record.ProgrammeRecord> Map<String, Object> schema(
            LiveProgramme programme, RecordType<T> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", Map.of("type", "string", "format", "uuid", "readOnly", true));
        properties.put("version", Map.of("type", "integer", "readOnly", true));
        type.workflow()
                .ifPresent(flow -> properties.put(
                        "status",
                        Map.of(
                                "type",
                                "string",
                                "readOnly",
                                true,
                                "enum",
                                flow.allStates().stream()
                                        .map(state -> state.name())
                                        .toList())));
        properties.put("ownerOrg", Map.of("type", "string", "format", "uuid"));
        List<String> required = new ArrayList<>();
        for (Field<T, ?> field : type.fields()) {
            Map<String, Object> property = new LinkedHashMap<>(of(field));
            property.put(
                    "title",
                    programme
                            .context()
                            .texts()
                            .get(type.id() + "." + field.name())
                            .zh());
            if (!field.isTyped()) {
                property.put("readOnly", true);
            } else if (field.missingCode() != null) {
                required.add(field.name());
            }
            properties.put(field.name(), property);
        }
        return Map.of("type", "object", "properties", properties, "required", required);
    }

    private static Map<String, Object> of(Field<?, ?> field) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT ->
                field.maxLength() == Integer.MAX_VALUE
                        ? TEXT
                        : Map.of("type", "string", "maxLength", field.maxLength());
            case INT -> Map.of("type", "integer");
            case MONEY -> Map.of("type", "integer", "description", "fen");
            case DECIMAL -> Map.of("type", "number");
            case BOOL -> Map.of("type", "boolean");
            case DATE -> Map.of("type", "string", "format", "date");
            case TIMESTAMP -> Map.of("type", "string", "format", "date-time");
            case ENUM -> Map.of("type", "string", "enum", constants(field));
            case TAGS -> Map.of("type", "array", "items", Map.of("type", "string", "enum", constants(field)));
            case DISTRICT ->
                Map.of(
                        "type",
                        "string",
                        "enum",
                        Arrays.stream(District.values()).map(Coded::code).toList());
            case ORGANISATION, REFERENCE -> Map.of("type", "string", "format", "uuid");
        };
    }

    private static List<String> constants(Field<?, ?> field) {
        return Arrays.stream(field.valueType().getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    private static Map<String, Object> problem() {
        Map<String, Object> refusal = Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        "code", TEXT,
                        "field", Map.of("type", List.of("string", "null")),
                        "message", Map.of("type", "object", "properties", Map.of("zh", TEXT, "en", TEXT))));
        return Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        "type", TEXT,
                        "title", TEXT,
                        "status", Map.of("type", "integer"),
                        "detail", TEXT,
                        "refusals", Map.of("type", "array", "items", refusal)));
    }
}
