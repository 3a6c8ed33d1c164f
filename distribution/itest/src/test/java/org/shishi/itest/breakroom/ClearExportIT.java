package org.shishi.itest.breakroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.AuditLog;
import org.shishi.api.platform.SignIn;
import org.shishi.testbed.container.InContainer;
import org.shishi.testbed.container.Service;
import org.shishi.testbed.product.Product;

/** A form leaves in clear only with right and reason, and the log says who took it, why, and how much of it was in clear. */
@InContainer(Product.Demo.class)
class ClearExportIT {

    private static final String EXPORT = "/api/v1/2024/break-room/rooms/export";
    private static final String CLEAR = "form.export.clear";

    private String base;
    private SignIn signIn;
    private AuditLog log;

    @BeforeEach
    void begin(BundleContext context, @Service SignIn someSignIn, @Service AuditLog someLog) {
        base = "http://127.0.0.1:" + context.getProperty("org.osgi.service.http.port");
        signIn = someSignIn;
        log = someLog;
    }

    private Caller caller(String role) {
        return signIn.signIn("demo-" + role, "shishi-demo", "127.0.0.1");
    }

    private HttpResponse<String> export(String role, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base + EXPORT))
                                .header("Content-Type", "application/json")
                                .header(
                                        "Authorization",
                                        "Bearer "
                                                + signIn.issueToken(caller(role))
                                                        .token())
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private List<AuditLog.Entry> lines(String reason) {
        return log.list(caller("auditor"), null, null, null, CLEAR, null, 0, 50).stream()
                .filter(entry -> reason == null || reason.equals(entry.reason()))
                .toList();
    }

    @Test
    void the_log_says_who_took_it_and_why() throws Exception {
        Awaitility.await("the node and the programme")
                .atMost(Duration.ofSeconds(60))
                .until(() -> export("grassroots-officer", "{\"reason\":\"x\"}").statusCode() == 403);
        String reason = "年度核对 " + System.nanoTime();
        int before = lines(null).size();

        assertEquals(422, export("second-level-officer", "{\"reason\":\" \"}").statusCode());
        assertEquals(
                403,
                export("grassroots-officer", "{\"reason\":\"" + reason + "\"}").statusCode());
        assertEquals(before, lines(null).size(), "what was refused is no export");
        assertEquals(
                200,
                export("second-level-officer", "{\"reason\":\"" + reason + "\"}")
                        .statusCode());

        AuditLog.Entry line = lines(reason).getFirst();
        Caller officer = caller("second-level-officer");
        assertEquals(officer.name(), line.user());
        assertEquals(officer.organisation().name(), line.organisation());
        assertEquals("break-room/2024/rooms", line.object());
        assertEquals("127.0.0.1", line.address());
        Map<String, String> details = line.details();
        assertEquals("A2-1-1", details.get("form"));
        assertEquals(details.get("rows"), details.get("clear"));
        assertTrue(Integer.parseInt(details.get("clear")) > 0, details.toString());
        assertFalse(details.toString().contains("示例"), "nothing personal");
    }
}
