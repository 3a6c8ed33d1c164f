package org.shishi.testbed.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the nodes of an installation: a cookie keeps a browser at its node; who has none takes turns. A node
 * that is not ready, or does not answer, is passed over; what may have reached it is asked a second time only if it was a
 * question (GET).
 */
public final class StickyProxy implements AutoCloseable {

    private static final int CHECK_MILLIS = 500;
    /** Which node a browser belongs to. */
    public static final String COOKIE = "SHISHI_AT";

    private static final Pattern AT = Pattern.compile("(?:^|;\\s*)" + COOKIE + "=(\\d+)");
    /** Of one connection, not of what is asked or answered. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "transfer-encoding",
            "upgrade");

    private final List<URI> nodes;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Integer> ready = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor();

    public StickyProxy(List<URI> nodes) {
        this.nodes = List.copyOf(nodes);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        look();
        checks.scheduleWithFixedDelay(this::look, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    /** Its address, without a slash at the end. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void look() {
        for (int node = 0; node < nodes.size(); node++) {
            if (ready(nodes.get(node))) {
                ready.add(node);
            } else {
                ready.remove(node);
            }
        }
    }

    private boolean ready(URI node) {
        HttpRequest question = HttpRequest.newBuilder(node.resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            int wanted = at(exchange);
            int first = wanted < 0 ? Math.floorMod(turn.getAndIncrement(), nodes.size()) : wanted;
            for (int i = 0; i < nodes.size(); i++) {
                int node = (first + i) % nodes.size();
                HttpResponse<byte[]> answer = ready.contains(node) ? ask(exchange, body, node) : null;
                if (answer != null) {
                    answer(exchange, answer, node == wanted ? -1 : node);
                    return;
                }
            }
            exchange.sendResponseHeaders(502, -1);
        }
    }

    private int at(HttpExchange exchange) {
        String cookies = exchange.getRequestHeaders().getFirst("Cookie");
        Matcher found = AT.matcher(cookies == null ? "" : cookies);
        int node = found.find() ? Integer.parseInt(found.group(1)) : -1;
        return node < nodes.size() ? node : -1;
    }

    /** @return null: that node does not answer, and another may be asked */
    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body, int node) throws IOException {
        boolean question = exchange.getRequestMethod().equals("GET");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        nodes.get(node).resolve(exchange.getRequestURI().toString()))
                .timeout(Duration.ofSeconds(60))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            return null;
        } catch (IOException e) {
            if (question) {
                return null;
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** @param moved the node that the browser belongs to from now on; negative: as before */
    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer, int moved) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!name.startsWith(":") && !HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
        });
        if (moved >= 0) {
            exchange.getResponseHeaders().add("Set-Cookie", COOKIE + "=" + moved + "; Path=/; HttpOnly");
        }
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        checks.shutdownNow();
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }
}
