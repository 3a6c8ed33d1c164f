package org.shishi.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;

/** A few pages to try the harness on. Strict about scripts from elsewhere, so that the harness may not rely on them. */
public final class StaticSite implements Site {

    private final HttpServer server;

    public StaticSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", StaticSite::answer);
        server.start();
    }

    @Override
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/enter")) {
                String user = exchange.getRequestURI().getQuery().replaceAll("username=([^&]*)&.*", "$1");
                exchange.getResponseHeaders().add("Set-Cookie", "user=" + user + "; Path=/");
                exchange.getResponseHeaders().add("Location", "/");
                exchange.sendResponseHeaders(303, -1);
                return;
            }
            String name = path.equals("/") ? "/index" : path;
            try (InputStream page = StaticSite.class.getResourceAsStream("/site" + name + ".html")) {
                exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                exchange.getResponseHeaders()
                        .add(
                                "Content-Security-Policy",
                                "default-src 'self' data:; script-src 'unsafe-inline'; style-src 'unsafe-inline'");
                if (page == null) {
                    exchange.sendResponseHeaders(404, -1);
                    return;
                }
                byte[] content = page.readAllBytes();
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            }
        }
    }
}
