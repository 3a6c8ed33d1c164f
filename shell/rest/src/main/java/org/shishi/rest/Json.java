package org.shishi.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.shishi.api.rule.RefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON from and to plain values: maps, lists, text, numbers, booleans, null. No class of a programme is ever bound. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Json() {}

    /**
     * @throws BadRequest when it is no JSON object
     */
    static Map<String, Object> read(InputStream in) {
        try {
            Map<String, Object> body = MAPPER.readValue(in, OBJECT);
            if (body == null) {
                throw new BadRequest("the body is not a JSON object");
            }
            return body;
        } catch (JacksonException e) {
            throw new BadRequest("the body is not a JSON object");
        }
    }

    static void write(Object plain, OutputStream out) throws IOException {
        out.write(MAPPER.writeValueAsBytes(plain));
    }

    /** The request is not of the shape that the address takes: 400. */
    static final class BadRequest extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadRequest(String detail) {
            super(detail, null, false, false);
        }
    }

    /** A text member; null when absent. */
    static String text(Map<String, Object> body, String name) {
        Object value = body.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new RefusedException("CORE-INPUT", name);
    }

    /** An object member; empty when absent. */
    static Map<String, Object> object(Map<String, Object> body, String name) {
        Object value = body.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new java.util.LinkedHashMap<>();
            map.forEach((key, member) -> copy.put((String) key, member));
            return copy;
        }
        throw new BadRequest("'" + name + "' is not a JSON object");
    }
}
