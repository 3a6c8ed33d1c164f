package org.shishi.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A browser as far as the server sees one: a session of its own with one open page, kept alive by heartbeats. */
final class Visitor implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI base;
    private final String firstAnswer;

    Visitor(URI base) throws IOException, InterruptedException {
        this.base = base;
        expect(get("/login"));
        // What the page's script asks for first: it makes the page on the server.
        HttpResponse<String> made = get("/?v-r=init&location=login&query=");
        expect(made);
        this.firstAnswer = made.body();
    }

    /** Whether the server made a page. */
    boolean hasPage() {
        return firstAnswer.contains("appConfig");
    }

    /** Whether the server still knows the page; an exception says that nobody answers. */
    boolean beat() throws IOException, InterruptedException {
        HttpRequest beat = HttpRequest.newBuilder(base.resolve("/?v-r=heartbeat&v-uiId=0"))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(beat, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void expect(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.uri());
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
