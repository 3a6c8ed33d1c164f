package org.shishi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.shishi.api.identity.Caller;
import org.shishi.api.rule.RefusedException;

/**
 * One request.
 *
 * @param path values of the address's placeholders
 * @param query parameters of the address alone: the servlet's own would read a body sent as a form
 * @param caller null only at addresses that are open to all
 */
record Exchange(HttpServletRequest request, Map<String, String> path, Map<String, List<String>> query, Caller caller) {

    Exchange(HttpServletRequest request, Map<String, String> path, Caller caller) {
        this(request, path, Query.of(request.getQueryString()), caller);
    }

    /** The body is of a media type that the address does not take: 415. */
    static final class UnsupportedType extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private UnsupportedType(String type) {
            super(type, null, false, false);
        }
    }

    /** The body is larger than the address takes: 413. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooLarge(long bytes) {
            super(Long.toString(bytes), null, false, false);
        }
    }

    /** Twenty thousand records may be named in one. */
    private static final int MOST_JSON_BYTES = 4 << 20;

    private static final Pattern JSON = Pattern.compile(
            "(application/([a-z0-9.+-]+\\+)?json|text/json|text/plain|application/octet-stream"
                    + "|application/x-www-form-urlencoded)\\s*(;|$)",
            Pattern.CASE_INSENSITIVE);

    String path(String name) {
        return path.get(name);
    }

    /** A UUID of the address; anything else names nothing that exists. */
    UUID id(String name) {
        try {
            return UUID.fromString(path.get(name));
        } catch (IllegalArgumentException e) {
            throw new RefusedException("CORE-NOT-FOUND", null);
        }
    }

    int year() {
        try {
            return Integer.parseInt(path.get("year"));
        } catch (NumberFormatException e) {
            throw new RefusedException("CORE-NOT-FOUND", null);
        }
    }

    /** A query parameter; empty when absent or empty. */
    Optional<String> query(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isEmpty());
    }

    /** All values of a query parameter; a comma separates several in one. */
    List<String> queries(String name) {
        return query.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .filter(value -> !value.isBlank())
                .toList();
    }

    boolean flag(String name, boolean otherwise) {
        return query(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new Json.BadRequest("'" + name + "' is true or false");
                })
                .orElse(otherwise);
    }

    int number(String name, int otherwise, int min, int max) {
        return query(name)
                .map(value -> {
                    try {
                        int number = Integer.parseInt(value);
                        if (number >= min && number <= max) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        // told below, with the range
                    }
                    throw new Json.BadRequest("'" + name + "' is a number from " + min + " to " + max);
                })
                .orElse(otherwise);
    }

    <E> E choice(String name, E otherwise, Map<String, E> words) {
        return query(name)
                .map(value -> Optional.ofNullable(words.get(value))
                        .orElseThrow(() -> new Json.BadRequest("'" + name + "' is one of " + words.keySet())))
                .orElse(otherwise);
    }

    /** A body that says it is something else than JSON is not read; without a word, or with that of curl, it is. */
    Map<String, Object> json() {
        String type = request.getContentType();
        if (request.getContentLengthLong() > MOST_JSON_BYTES) {
            throw new TooLarge(MOST_JSON_BYTES);
        }
        if (type != null && !JSON.matcher(type).lookingAt()) {
            throw new UnsupportedType(type);
        }
        try {
            byte[] body = new Incoming(request.getInputStream()).readNBytes(MOST_JSON_BYTES + 1);
            if (body.length > MOST_JSON_BYTES) {
                throw new TooLarge(MOST_JSON_BYTES);
            }
            return Json.read(new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new Json.BadRequest("the body could not be read");
        }
    }

    /** The file of an upload: the first file part of a multipart body, else the body itself. */
    Upload upload() {
        try {
            String type = request.getContentType();
            if (type != null && type.startsWith("multipart/form-data")) {
                var part = request.getParts().stream()
                        .filter(p -> p.getSubmittedFileName() != null)
                        .findFirst()
                        .orElseThrow(() -> new Json.BadRequest("the multipart body holds no file"));
                return new Upload(part.getSubmittedFileName(), part.getInputStream());
            }
            return new Upload(query("fileName").orElse("upload.xlsx"), new Incoming(request.getInputStream()));
        } catch (IllegalStateException e) {
            // A part is larger than the servlet takes.
            throw new RefusedException("CORE-ATT-SIZE", null);
        } catch (IOException | jakarta.servlet.ServletException e) {
            throw new Json.BadRequest("the upload could not be read");
        }
    }

    record Upload(String name, InputStream content) {}
}
