package org.shishi.testbed.process;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** A browser as far as the server sees one: a session of its own with one open page, kept alive by heartbeats. */
public final class Visitor implements AutoCloseable {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI base;
    private final String firstAnswer;

    public Visitor(URI base) throws IOException, InterruptedException {
        this.base = base;
        expect(get("/login"));
        // What the page's script asks for first: it makes the page on the server.
        HttpResponse<String> made = get("/?v-r=init&location=login&query=");
        expect(made);
        this.firstAnswer = made.body();
    }

    /** Whether the server made a page. */
    public boolean hasPage() {
        return firstAnswer.contains("appConfig");
    }

    /** A cookie of this browser; empty: it has none of that name. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Whether the server still knows the page; an exception says that nobody answers. */
    public boolean beat() throws IOException, InterruptedException {
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
