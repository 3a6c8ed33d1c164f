package org.shishi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shishi.api.platform.Health;

/** What a node answers before it has been ready once. */
class StartingTest {

    private static final class Part implements Health {

        private final String name;
        private boolean up;

        Part(String name, boolean up) {
            this.name = name;
            this.up = up;
        }

        @Override
        public String component() {
            return name;
        }

        @Override
        public boolean up() {
            return up;
        }

        @Override
        public Map<String, String> details() {
            return Map.of();
        }
    }

    private final Part core = new Part("core", false);
    private final Readiness readiness = new Readiness(
            List.of(core, new Part("database", true), new Part("scheduler", true), new Part("shell", true)));
    private final StartingFilter filter = new StartingFilter(readiness);
    private final Map<String, Object> answer = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final List<String> passed = new ArrayList<>();

    private static HttpServletRequest request(String path) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                StartingTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getRequestURI") ? path : null);
    }

    private HttpServletResponse response() {
        ServletOutputStream out = new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int octet) {
                body.write(octet);
            }
        };
        return (HttpServletResponse) Proxy.newProxyInstance(
                StartingTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getOutputStream" -> out;
                    case "setHeader" -> answer.put((String) arguments[0], arguments[1]);
                    case "setStatus", "setContentType" -> answer.put(method.getName(), arguments[0]);
                    default -> null;
                });
    }

    private void ask(String path) throws Exception {
        answer.clear();
        body.reset();
        FilterChain chain = (request, response) -> passed.add(path);
        filter.doFilter(request(path), response(), chain);
    }

    @Test
    void peopleAndProgramsAreToldToComeBack() throws Exception {
        ask("/2024/break-room");
        assertEquals(503, answer.get("setStatus"));
        assertEquals("3", answer.get("Retry-After"));
        assertEquals("text/html", answer.get("setContentType"));
        String page = body.toString(StandardCharsets.UTF_8);
        assertTrue(page.contains("正在启动") && page.contains("The platform is starting"), page);

        ask("/api/v1/todos");
        assertEquals(503, answer.get("setStatus"));
        assertEquals("3", answer.get("Retry-After"));
        assertEquals(Reply.PROBLEM, answer.get("setContentType"));
        assertEquals(List.of(), passed);
    }

    @Test
    void howItIsIsAlwaysSaid() throws Exception {
        ask("/health/live");
        ask("/health/ready");
        assertEquals(List.of("/health/live", "/health/ready"), passed);
    }

    @Test
    void whoWasReadyOnceShutsNobodyOutLater() throws Exception {
        core.up = true;
        ask("/todo");
        core.up = false;
        ask("/todo");
        assertEquals(List.of("/todo", "/todo"), passed);
        assertEquals("DOWN", readiness.components().get("core").get("status"), "but it says so");
    }

    @Test
    void aPartThatSaysNothingIsDown() {
        assertFalse(new Readiness(List.of(new Part("core", true))).started());
        assertEquals(
                Set.of("core", "database", "scheduler", "shell"),
                new Readiness(List.of()).components().keySet());
    }
}
