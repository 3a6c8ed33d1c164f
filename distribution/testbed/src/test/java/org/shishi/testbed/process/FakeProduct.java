package org.shishi.testbed.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Behaves as the product does, as far as the harness can see. What it is to do badly is in a variable. */
final class FakeProduct {

    private FakeProduct() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(System.getenv("SHISHI_HOME"));
        int port = Integer.parseInt(System.getenv("SHISHI_HTTP_PORT"));
        String behaviour = System.getenv().getOrDefault("FAKE_BEHAVIOUR", "good");
        System.out.println("arguments " + List.of(arguments) + ", database " + System.getenv("SHISHI_DB_URL"));
        if (behaviour.equals("refuse")) {
            System.err.println("SHISHI_HTTP_PORT is wrong");
            System.exit(7);
        }
        Files.createDirectories(home.resolve("plugins.d"));
        if (behaviour.startsWith("log ")) {
            Files.writeString(Files.createDirectories(home.resolve("logs")).resolve("shishi.log"), behaviour);
        }
        if (behaviour.startsWith("print ")) {
            System.out.println(behaviour);
        }
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(behaviour.equals("never") ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("示范 listening");
    }
}
