package org.shishi.browser.module;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Somebody at the product's REST door. */
public final class RestDoor {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI site;
    private final String token;

    public RestDoor(URI site, String account) {
        this.site = site;
        HttpRequest signIn = HttpRequest.newBuilder(site.resolve("/api/v1/tokens"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        new Gson().toJson(Map.of("username", account, "password", "shishi-demo"))))
                .build();
        token = answer(signIn).getAsJsonObject().get("token").getAsString();
    }

    public JsonElement get(String path) {
        return answer(request(path).GET().build());
    }

    /** The status of a GET, whatever it is. */
    int statusOf(String path) {
        return send(request(path).GET().build()).statusCode();
    }

    public JsonObject post(String path, Map<String, ?> body) {
        return answer(request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(new Gson().toJson(body)))
                        .build())
                .getAsJsonObject();
    }

    void upload(String path, byte[] content) {
        answer(request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build());
    }

    /** The status of a GET of anybody, whatever it is. */
    public static int status(URI address) {
        return send(HttpRequest.newBuilder(address).GET().build()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve("/api/v1" + path)).header("Authorization", "Bearer " + token);
    }

    private static JsonElement answer(HttpRequest request) {
        HttpResponse<String> response = send(request);
        assertTrue(
                response.statusCode() < 300,
                () -> request.uri() + ": " + response.statusCode() + " " + response.body());
        return JsonParser.parseString(response.body());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
