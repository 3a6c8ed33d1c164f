package org.shishi.rest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.organisation.District;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.Coded;

/** JSON schemas of the live programmes' records; those that every programme shares are in {@link CommonSchemas}. */
final class Schemas {

    private Schemas() {}

    static Map<String, Object> all(List<LiveProgramme> programmes) {
        Map<String, Object> schemas = new LinkedHashMap<>(CommonSchemas.all());
        for (LiveProgramme programme : programmes) {
            for (RecordType<?> type : programme.descriptor().records()) {
                String name = name(programme, type);
                schemas.put(name, schema(programme, type, true));
                schemas.put(change(name), schema(programme, type, false));
                schemas.put(page(name), CommonSchemas.page(name));
            }
        }
        return schemas;
    }

    static String name(LiveProgramme programme, RecordType<?> type) {
        return programme.descriptor().id() + "-" + programme.context().year() + "-" + type.id();
    }

    /** What PUT takes: fields left out keep what they have. */
    static String change(String record) {
        return record + "-change";
    }

    static String page(String record) {
        return record + "-page";
    }

    private static <T extends ProgrammeRecord> Map<String, Object> schema(
            LiveProgramme programme, RecordType<T> type, boolean whole) {
        Map<String, Object> properties = new LinkedHashMap<>(head(type));
        for (Field<T, ?> field : type.fields()) {
            boolean reference = type.partOf()
                    .filter(part -> part.reference().name().equals(field.name()))
                    .isPresent();
            Map<String, Object> property = new LinkedHashMap<>(of(field));
            property.put(
                    "title",
                    programme
                            .context()
                            .texts()
                            .get(type.id() + "." + field.name())
                            .zh());
            if (!field.isTyped() && !reference) {
                property.put("readOnly", true);
            }
            properties.put(field.name(), property);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (whole) {
            schema.put("required", required(type));
        }
        return schema;
    }

    private static Map<String, Object> head(RecordType<?> type) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("id", Map.of("type", "string", "format", "uuid", "readOnly", true));
        head.put("version", Map.of("type", "integer", "readOnly", true));
        type.workflow().ifPresent(flow -> {
            List<String> states =
                    flow.allStates().stream().map(state -> state.name()).toList();
            head.put("status", Map.of("type", "string", "readOnly", true, "enum", states));
            head.put("actions", Map.of("type", "array", "readOnly", true, "items", CommonSchemas.TEXT));
        });
        head.put("ownerOrg", Map.of("type", "string", "format", "uuid"));
        head.put("createdAt", Map.of("type", "string", "format", "date-time", "readOnly", true));
        head.put("updatedAt", Map.of("type", "string", "format", "date-time", "readOnly", true));
        return head;
    }

    private static <T extends ProgrammeRecord> List<String> required(RecordType<T> type) {
        return type.fields().stream()
                .filter(field -> field.isTyped() && field.missingCode() != null)
                .map(Field::name)
                .toList();
    }

    /** Optional fields may be null. */
    private static Map<String, Object> of(Field<?, ?> field) {
        Map<String, Object> schema = new LinkedHashMap<>(kind(field));
        boolean optional = field.missingCode() == null && !schema.containsKey("enum");
        if (optional && schema.get("type") instanceof String type && !type.equals("array")) {
            schema.put("type", List.of(type, "null"));
        }
        return schema;
    }

    private static Map<String, Object> kind(Field<?, ?> field) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT ->
                field.maxLength() == Integer.MAX_VALUE
                        ? CommonSchemas.TEXT
                        : Map.of("type", "string", "maxLength", field.maxLength());
            case INT -> CommonSchemas.INTEGER;
            case MONEY -> Map.of("type", "integer", "description", "fen");
            case DECIMAL -> Map.of("type", "number");
            case BOOL -> Map.of("type", "boolean");
            case DATE -> Map.of("type", "string", "format", "date");
            case TIMESTAMP -> Map.of("type", "string", "format", "date-time");
            case ENUM -> Map.of("type", "string", "enum", words(field.valueType()));
            case TAGS -> Map.of("type", "array", "items", Map.of("type", "string", "enum", words(field.valueType())));
            case DISTRICT -> Map.of("type", "string", "enum", words(District.class));
            case ORGANISATION, REFERENCE -> Map.of("type", "string", "format", "uuid");
        };
    }

    private static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant instanceof Coded coded ? coded.code() : ((Enum<?>) constant).name())
                .toList();
    }
}
