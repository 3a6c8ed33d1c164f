package org.shishi.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** 503 with when to come back: to programs as a problem in JSON, to people as a small page that comes back by itself. */
final class StartingPage {

    private static final int SECONDS = 3;
    private static final byte[] PAGE = page();

    private StartingPage() {}

    static void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean program = request.getRequestURI().startsWith("/api/");
        Reply reply = program
                ? Problems.of(503, "Starting", "平台正在启动，请稍候再试")
                : new Reply(503, Map.of(), "text/html", out -> out.write(PAGE));
        RestServlet.send(reply.with("Retry-After", Integer.toString(SECONDS)), response);
    }

    private static byte[] page() {
        try (InputStream in = StartingPage.class.getResourceAsStream("starting.html")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
