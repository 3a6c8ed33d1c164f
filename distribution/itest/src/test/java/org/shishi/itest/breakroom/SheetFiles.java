package org.shishi.itest.breakroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.shishi.itest.rest.Rest;
import tools.jackson.databind.JsonNode;

/** Files of form A2-1-1 and their way through the import. */
final class SheetFiles {

    static final String IMPORT = "/2024/break-room/sheets/import";

    private SheetFiles() {}

    static byte[] file(String name) {
        try (InputStream in = SheetFiles.class.getResourceAsStream("/a2-1-1/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts an import and waits for its end. */
    static JsonNode imported(Rest who, String query, byte[] file) {
        return ended(who, who.upload(IMPORT + query, file));
    }

    static JsonNode ended(Rest who, Rest.Answer started) {
        assertEquals(202, started.status(), started.toString());
        String job = started.header("Location").substring("/api/v1".length());
        return Awaitility.await(job)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> who.get(job).json(),
                        answer -> !answer.path("state").asString().equals("RUNNING"));
    }

    /** {@code row: CODE field, CODE field} of each rejected row. */
    static List<String> rejected(JsonNode job) {
        return job.path("rows")
                .valueStream()
                .map(row -> row.path("row").asInt() + ": "
                        + String.join(
                                ", ",
                                row.path("refusals")
                                        .valueStream()
                                        .map(r -> r.path("code").asString()
                                                + (r.path("field").isNull()
                                                        ? ""
                                                        : " " + r.path("field").asString()))
                                        .toList()))
                .toList();
    }

    static void undo(Rest who, JsonNode job) {
        Rest.Answer undone = who.post("/jobs/" + job.path("id").asString() + "/undo", java.util.Map.of());
        assertEquals(200, undone.status(), undone.toString());
    }
}
