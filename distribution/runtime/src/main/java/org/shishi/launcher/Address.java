package org.shishi.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Where the platform answers on this machine, and how to ask it. */
record Address(String host, int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    String url() {
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return "http://" + name + ":" + port;
    }

    record Answer(int status, String body) {}

    /** Empty if nobody answers. */
    Optional<Answer> get(String path) {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) URI.create(url() + path).toURL().openConnection();
            call.setConnectTimeout((int) PATIENCE.toMillis());
            call.setReadTimeout((int) PATIENCE.toMillis());
            call.setInstanceFollowRedirects(false);
            call.setRequestProperty("Accept", "application/json");
            int status = call.getResponseCode();
            try (InputStream body = status < 400 ? call.getInputStream() : call.getErrorStream()) {
                String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return Optional.of(new Answer(status, text));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
