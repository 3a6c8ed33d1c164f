package org.shishi.itest.safety;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser as far as the server sees one: cookies, one page, and the calls that the page's script would make. */
final class Browser implements AutoCloseable {

    static final String SESSION = "JSESSIONID";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NOT_A_SCRIPT = "for(;;);";
    private static final int BODY = 1;
    private static final String UPLOADS = "VAADIN/dynamic/";
    /** Where a node keeps what its element is told. */
    private static final int PROPERTIES = 1;

    private static final Map<String, Object> CLICK = Map.ofEntries(
            Map.entry("event.screenX", 1),
            Map.entry("event.screenY", 1),
            Map.entry("event.clientX", 1),
            Map.entry("event.clientY", 1),
            Map.entry("event.detail", 1),
            Map.entry("event.button", 0),
            Map.entry("event.ctrlKey", false),
            Map.entry("event.shiftKey", false),
            Map.entry("event.altKey", false),
            Map.entry("event.metaKey", false));

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI base;
    private final Map<Integer, String> tags = new HashMap<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, String> labels = new HashMap<>();
    private String token;
    private int ui;
    private int sync;
    private int calls;
    private String told = "";
    private String target;
    private JsonNode executed = JSON.missingNode();

    Browser(ShishiProcess shishi) {
        base = shishi.baseUrl();
    }

    /** Loads the page of an address, as a new tab does. @param query without its question mark */
    Browser open(String path, String query) {
        send(request("/" + path + (query.isEmpty() ? "" : "?" + query)).GET());
        HttpResponse<String> made = send(request("/?v-r=init&location=" + encoded(path) + "&query=" + encoded(query)));
        JsonNode config = JSON.readTree(made.body()).path("appConfig");
        ui = config.path("v-uiId").asInt();
        tags.clear();
        parents.clear();
        texts.clear();
        labels.clear();
        calls = 0;
        token = config.path("uidl").path("Vaadin-Security-Key").asString();
        take(config.path("uidl"));
        navigate(path, query);
        return this;
    }

    /** From page to page within the tab, as a link does. */
    Browser go(String path) {
        navigate(path, "");
        return this;
    }

    private void navigate(String path, String query) {
        call(event(
                BODY,
                "ui-navigate",
                Map.of("route", path, "query", query, "appShellTitle", "", "historyState", "", "trigger", "")));
    }

    Browser signIn(String account, String password) {
        call(event(
                node("vaadin-login-form"),
                "login",
                Map.of("event.detail.username", account, "event.detail.password", password)));
        return this;
    }

    /** Signed in with the demonstration's password, at an address. */
    static Browser of(ShishiProcess shishi, String account) {
        return new Browser(shishi).open("login", "").signIn(account, "shishi-demo");
    }

    /** Types into the field with the label. */
    Browser fill(String label, String value) {
        int node = labels.entrySet().stream()
                .filter(each -> each.getValue().equals(label))
                .map(Map.Entry::getKey)
                .max(Integer::compare)
                .orElseThrow(() -> new IllegalStateException("no field " + label + " in " + labels.values()));
        call(List.of(
                Map.of("type", "mSync", "node", node, "feature", PROPERTIES, "property", "value", "value", value),
                event(node, "change", Map.of())));
        return this;
    }

    /** Presses the button with the text; of two the newer one, which is in the dialog. */
    Browser press(String text) {
        int node = texts.entrySet().stream()
                .filter(each -> each.getValue().equals(text))
                .map(each -> parents.get(each.getKey()))
                .filter(parent -> parent != null && "vaadin-button".equals(tags.get(parent)))
                .max(Integer::compare)
                .orElseThrow(() -> new IllegalStateException("no button " + text + " in " + texts.values()));
        call(event(node, "click", CLICK));
        return this;
    }

    private static Map<String, Object> event(int node, String name, Map<String, Object> data) {
        return Map.of("type", "event", "node", node, "event", name, "data", data);
    }

    private int node(String tag) {
        return tags.entrySet().stream()
                .filter(each -> each.getValue().equals(tag))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + tag + " among " + tags.values()));
    }

    private void call(Map<String, Object> event) {
        call(List.of(event));
    }

    private void call(List<Map<String, Object>> events) {
        HttpResponse<String> answer = send(call(token, events));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        calls++;
        told = answer.body();
        take(JSON.readTree(told.startsWith(NOT_A_SCRIPT) ? told.substring(NOT_A_SCRIPT.length()) : told));
    }

    /** A call as the page's script makes it. @param secret the page's own, or somebody's guess */
    HttpRequest.Builder call(String secret, List<Map<String, Object>> events) {
        Map<String, Object> body = new HashMap<>(Map.of("rpc", events, "syncId", sync, "clientId", calls));
        if (secret != null) {
            body.put("csrfToken", secret);
        }
        return request("/?v-r=uidl&v-uiId=" + ui)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    private void take(JsonNode sent) {
        JsonNode uidl = sent.isArray() ? sent.get(0) : sent;
        sync = uidl.path("syncId").asInt();
        executed = uidl.path("execute");
        uidl.path("changes").forEach(change -> {
            int node = change.path("node").asInt();
            if (change.path("type").asString().equals("put")
                    && change.path("key").asString("").equals("tag")) {
                tags.put(node, change.path("value").asString());
            } else if (change.path("key").asString("").equals("label")) {
                labels.put(node, change.path("value").asString(""));
            } else if (change.path("key").asString("").equals("target")
                    && change.path("value").path("uri").asString("").startsWith(UPLOADS)) {
                target = change.path("value").path("uri").asString();
            } else if (change.path("key").asString("").equals("text")) {
                texts.put(node, change.path("value").asString(""));
            } else if (change.path("type").asString().equals("detach")) {
                tags.remove(node);
                texts.remove(node);
                labels.remove(node);
            }
            change.path("addNodes").forEach(child -> parents.put(child.asInt(), node));
        });
    }

    /** Where the page's upload field sends files to, without a slash in front. */
    String target() {
        return target;
    }

    /** Asks whether there is something new. */
    Browser listen() {
        call(List.of());
        return this;
    }

    /** All that the server's last answer said. */
    String told() {
        return told;
    }

    /** Where the server sends the browser now; null: nowhere. */
    String sentTo() {
        return executed.valueStream()
                .filter(call -> call.get(call.size() - 1).asString("").contains("window.open"))
                .map(call -> call.get(0).asString())
                .findFirst()
                .orElse(null);
    }

    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(SESSION))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Comes with somebody else's session from now on. */
    Browser with(String session) {
        HttpCookie cookie = new HttpCookie(SESSION, session);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().removeAll();
        cookies.getCookieStore().add(base, cookie);
        return this;
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(base + pathAndQuery)).timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
