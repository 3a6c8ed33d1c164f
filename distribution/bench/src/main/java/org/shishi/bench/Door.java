package org.shishi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the REST door that costs little itself: it works in the thread that asks, on a connection that is kept. */
final class Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE_MILLIS = 120_000;

    private final URI base;
    private final String token;

    /** What came back. */
    record Answer(int status, byte[] body) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        Answer expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException(status + " " + new String(body, StandardCharsets.UTF_8));
            }
            return this;
        }
    }

    private Door(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Signed in as a demonstration account. */
    static Door as(ShishiProcess shishi, String account) {
        byte[] body = JSON.writeValueAsBytes(Map.of("username", account, "password", "shishi-demo"));
        Answer answer = new Door(shishi.baseUrl(), null).send("POST", "/tokens", "application/json", body);
        return new Door(
                shishi.baseUrl(), answer.expect(200).json().path("token").asString());
    }

    Answer get(String path) {
        return send("GET", path, null, null);
    }

    Answer upload(String path, byte[] content) {
        return send("POST", path, "application/octet-stream", content);
    }

    Answer post(String path, Object body) {
        return send("POST", path, "application/json", JSON.writeValueAsBytes(body));
    }

    Answer put(String path, Object body) {
        return send("PUT", path, "application/json", JSON.writeValueAsBytes(body));
    }

    private Answer send(String method, String path, String type, byte[] body) {
        try {
            return sendOnce(method, path, type, body);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    /** @throws IOException nobody answers */
    Answer sendOnce(String method, String path, String type, byte[] body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) base.resolve("/api/v1" + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        if (token != null) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        if (body != null) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            connection.setRequestProperty("Content-Type", type);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, in == null ? new byte[0] : in.readAllBytes());
        }
    }
}
