package org.shishi.itest.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the REST door, signed in as one account. */
public final class Rest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** An answer; {@code json} is a missing node when the body is none. */
    public record Answer(int status, JsonNode json, HttpResponse<byte[]> raw) {

        public String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        /** Codes of the refusals, in order. */
        public java.util.List<String> codes() {
            return json.path("refusals")
                    .valueStream()
                    .map(r -> r.path("code").asString())
                    .toList();
        }

        @Override
        public String toString() {
            return status + " " + json;
        }
    }

    private final URI base;
    private final String token;

    private Rest(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    public static Rest nobody(ShishiProcess shishi) {
        return new Rest(shishi.baseUrl(), null);
    }

    /** Signed in as a demonstration account. */
    public static Rest as(ShishiProcess shishi, String account) {
        return as(shishi.baseUrl(), account);
    }

    /** The same through whatever stands before it. */
    public static Rest as(URI base, String account) {
        Answer answer = new Rest(base, null).post("/tokens", Map.of("username", account, "password", "shishi-demo"));
        if (answer.status() != 200) {
            throw new IllegalStateException("sign-in of " + account + ": " + answer);
        }
        return new Rest(base, answer.json().path("token").asString());
    }

    /** What {@code /health/ready} says. */
    public static JsonNode health(ShishiProcess shishi) {
        return send(HttpRequest.newBuilder(shishi.baseUrl().resolve("/health/ready")))
                .json();
    }

    /** What it is signed in with; null: nothing. */
    public String token() {
        return token;
    }

    public Rest withToken(String other) {
        return new Rest(base, other);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    public Answer put(String path, Object body, String ifMatch) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    public Answer upload(String path, byte[] content) {
        return send(request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    /** A file as a browser's form sends it. */
    public Answer multipart(String path, String fileName, byte[] content) {
        String boundary = "----shishi" + System.nanoTime();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail))));
    }

    /** Any request: method, headers as name and value in turn. */
    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Answer text(String path, String body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Calls a rule of the edition 2024. */
    public Answer rule(String id, Map<String, ?> inputs) {
        return post("/rules/" + id + "?year=2024", Map.of("inputs", inputs));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve("/api/v1" + path)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> raw = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(raw.statusCode(), json ? JSON.readTree(raw.body()) : JSON.missingNode(), raw);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
