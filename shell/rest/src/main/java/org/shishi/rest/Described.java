package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the OpenAPI document says of an address beyond its method and path. Names of schemas are those of {@link Schemas};
 * {@link #RECORD}, {@link #CHANGE} and {@link #PAGE} stand for those of the address's own record type.
 *
 * @param query names of query parameters with their JSON type
 * @param filters whether the record type's query conditions are parameters, too
 * @param body schema of the body; null: none, or a file
 * @param file media type of a body or answer that is a file; null: none
 * @param upload whether the file comes in, raw or as multipart
 * @param status of success
 * @param answer schema of the answer; null: none, or a file
 */
record Described(
        Map<String, String> query,
        boolean filters,
        String body,
        String file,
        boolean upload,
        int status,
        String answer) {

    static final String RECORD = "{record}";
    static final String CHANGE = "{change}";
    static final String PAGE = "{page}";

    static final Described PLAIN = new Described(Map.of(), false, null, null, false, 200, null);

    Described query(String name, String type) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, type);
        return new Described(more, filters, body, file, upload, status, answer);
    }

    Described filtered() {
        return new Described(query, true, body, file, upload, status, answer);
    }

    Described takes(String schema) {
        return new Described(query, filters, schema, file, upload, status, answer);
    }

    Described takesFile(String mediaType) {
        return new Described(query, filters, body, mediaType, true, status, answer);
    }

    Described answers(int code, String schema) {
        return new Described(query, filters, body, file, upload, code, schema);
    }

    Described answersFile(String mediaType) {
        return new Described(query, filters, body, mediaType, false, status, null);
    }
}
