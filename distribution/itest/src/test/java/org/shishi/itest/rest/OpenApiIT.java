package org.shishi.itest.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.testbed.process.ShishiProcess;

/** The description of the door: valid to a parser that others use, and neither more nor less than what answers. */
class OpenApiIT {

    /** No address has it. */
    private static final String OTHER = "PATCH";

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private static Rest nobody;
    private static SwaggerParseResult parsed;
    private static OpenAPI api;

    @BeforeAll
    static void read() {
        nobody = Rest.nobody(ShishiProcess.sharedDemo());
        Rest.Answer answer = nobody.get("/openapi.json");
        assertEquals(200, answer.status());
        parsed = new OpenAPIV3Parser().readContents(new String(answer.raw().body(), StandardCharsets.UTF_8));
        api = parsed.getOpenAPI();
    }

    @Test
    void it_is_a_valid_description() {
        assertEquals(List.of(), parsed.getMessages());
        assertEquals(SpecVersion.V31, api.getSpecVersion());
        assertEquals("/api/v1", api.getServers().getFirst().getUrl());
    }

    @Test
    void every_reference_leads_somewhere() {
        String document = new String(nobody.get("/openapi.json").raw().body(), StandardCharsets.UTF_8);
        Set<String> named = java.util.regex.Pattern.compile("#/components/schemas/([^\"]+)")
                .matcher(document)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertTrue(api.getComponents().getSchemas().keySet().containsAll(named), named.toString());
    }

    @Test
    void every_operation_says_what_it_takes_and_answers() {
        Set<String> ids = new TreeSet<>();
        api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            assertFalse(operation.getSummary().isBlank(), path);
            assertTrue(ids.add(operation.getOperationId()), "twice: " + operation.getOperationId());
            assertTrue(operation.getResponses().containsKey("default"), path);
            assertTrue(operation.getResponses().keySet().stream().anyMatch(code -> code.startsWith("2")), path);
            boolean body = method == PathItem.HttpMethod.PUT || path.endsWith("/transitions");
            assertTrue(!body || operation.getRequestBody() != null, method + " " + path);
        }));
    }

    @Test
    void who_writes_a_client_for_editions_learns_every_shape() {
        api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            if (!path.startsWith("/editions")) {
                return;
            }
            operation
                    .getResponses()
                    .forEach((code, answer) -> assertTrue(
                            !code.startsWith("2") || code.equals("204") || answer.getContent() != null,
                            method + " " + path));
            boolean bare = path.endsWith("/publish") || path.endsWith("/copy");
            assertEquals(
                    method == PathItem.HttpMethod.POST && !bare,
                    operation.getRequestBody() != null,
                    method + " " + path);
        }));
        assertTrue(api.getPaths().containsKey("/editions/{programme}/{year}/revisions"));
    }

    /** Asked by nobody, each address answers that it is closed; with another method, what it does. */
    @Test
    void what_is_described_is_what_answers() {
        api.getPaths().forEach((path, item) -> {
            String address = path.replaceAll("\\{[^}]+}", NOBODY);
            Set<String> described = item.readOperationsMap().keySet().stream()
                    .map(Enum::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            Rest.Answer other = nobody.send(OTHER, address, null);
            assertEquals(405, other.status(), path);
            Set<String> allowed = new TreeSet<>(Set.of(other.header("Allow").split(", ")));
            // An address of one type may lack what another type's has: a part without attachments, say.
            assertTrue(allowed.containsAll(described), path + " allows " + allowed);
            item.readOperationsMap().forEach((method, operation) -> {
                boolean open = operation.getSecurity() != null
                        && operation.getSecurity().isEmpty();
                int status = nobody.send(method.name(), address, method == PathItem.HttpMethod.GET ? null : "{}")
                        .status();
                assertEquals(open, status != 401, method + " " + path + ": " + status);
            });
        });
    }

    @Test
    void every_address_that_the_issue_names_is_described() {
        String rooms = "/2024/break-room/rooms";
        for (String path : List.of(
                "/tokens",
                "/programmes",
                "/rules",
                "/rules/{ruleId}",
                rooms,
                rooms + "/{id}",
                rooms + "/{id}/transitions",
                "/2024/break-room/sheets/import",
                "/jobs/{id}",
                "/2024/break-room/reports/{report}",
                "/openapi.json",
                "/docs")) {
            assertTrue(api.getPaths().containsKey(path), path);
        }
        Set<String> conditions = api.getPaths().get(rooms).getGet().getParameters().stream()
                .map(parameter -> parameter.getName())
                .collect(Collectors.toSet());
        assertTrue(conditions.containsAll(List.of("limit", "after", "status", "district", "q")), conditions.toString());
    }

    @Test
    void the_page_needs_nothing_from_elsewhere() {
        Rest.Answer page = nobody.get("/docs");
        assertEquals(200, page.status());
        assertTrue(page.header("Content-Type").startsWith("text/html"));
        assertTrue(page.header("Content-Security-Policy").contains("default-src 'none'"));
        String html = new String(page.raw().body(), StandardCharsets.UTF_8);
        assertFalse(html.contains("<script"));
        assertFalse(html.matches("(?s).*(src|href)=\"(https?:)?//.*"), "loads something");
        assertTrue(html.contains("/2024/break-room/rooms/{id}/transitions"));
    }
}
