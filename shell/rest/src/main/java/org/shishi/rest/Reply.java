package org.shishi.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: status, headers, and a body that is plain values, written as JSON, or a stream. */
record Reply(int status, Map<String, String> headers, String type, Body body) {

    /** Writes itself once. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static Reply json(int status, Object plain) {
        return new Reply(status, Map.of(), JSON, out -> Json.write(plain, out));
    }

    static Reply ok(Object plain) {
        return json(200, plain);
    }

    static Reply noContent() {
        return new Reply(204, Map.of(), null, out -> {});
    }

    /** A file to keep; the name may hold any character. */
    static Reply file(String contentType, String fileName, Body body) {
        String encoded = java.net.URLEncoder.encode(fileName, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
        return new Reply(
                200, Map.of("Content-Disposition", "attachment; filename*=UTF-8''" + encoded), contentType, body);
    }

    Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, type, body);
    }
}
