package org.shishi.core.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts {@code {"id","to","text"}} as JSON to a gateway; any 2xx is "taken". The id is also the {@code Idempotency-Key}, so
 * that a gateway can notice a message that comes again.
 */
final class HttpTextMessages extends TextMessageCarrier {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI url;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param token bearer token; empty: none is sent */
    HttpTextMessages(String url, String token) {
        this.url = URI.create(url);
        this.token = token;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public void carry(Envelope letter) throws UndeliveredException {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", letter.id());
        message.put("to", letter.address());
        message.put("text", words(letter));
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", letter.id())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(message)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 != 2) {
                throw new UndeliveredException("HTTP " + status, null);
            }
        } catch (IOException e) {
            throw new UndeliveredException(e.getClass().getSimpleName() + ": " + url.getHost(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UndeliveredException("interrupted", e);
        }
    }
}
