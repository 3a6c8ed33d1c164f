package org.shishi.itest.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.shishi.itest.breakroom.HandWritten;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;

/** An import whose node is killed: it says so, and is begun anew elsewhere with the file that all nodes share. */
final class InterruptedImport {

    private static final int ROWS = 20_000;

    private final String account;
    private final String job;

    private InterruptedImport(String account, String job) {
        this.account = account;
        this.job = job;
    }

    /** Some rows are saved already, and many are not. */
    static InterruptedImport begun(ShishiProcess node, String account) {
        List<List<String>> rooms = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rooms.add(List.of(
                    "节点" + i,
                    "浦东新区",
                    "示例街道",
                    "示例路" + i + "号",
                    "示例人",
                    "13900000000",
                    "示例单位",
                    "10",
                    "空调",
                    "1",
                    "1",
                    "建设",
                    "HARDSHIP"));
        }
        Rest rest = Rest.as(node, account);
        Rest.Answer started =
                rest.upload("/2024/break-room/sheets/import?mode=validOnly", HandWritten.sheet("", rooms));
        assertEquals(202, started.status(), started.toString());
        String job = started.header("Location").substring("/api/v1".length());
        Awaitility.await("rows are saved")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> rest.get(job).json().path("done").asInt() > 0);
        return new InterruptedImport(account, job);
    }

    void isBegunAnewOn(ShishiProcess node) {
        Rest rest = Rest.as(node, account);
        JsonNode interrupted = ended(rest, job);
        assertEquals("FAILED", interrupted.path("state").asString(), interrupted.toString());
        assertEquals("CORE-TASK-STOPPED", interrupted.path("error").path("code").asString(), interrupted.toString());
        Rest.Answer again = rest.post(job + "/again", Map.of());
        assertEquals(202, again.status(), again.toString());
        JsonNode done = ended(rest, "/jobs/" + again.json().path("id").asString());
        assertEquals("DONE", done.path("state").asString(), done.toString());
        assertEquals(
                ROWS, done.path("accepted").asInt(), "what was saved before was taken back: nothing is there twice");
        assertEquals(
                409,
                rest.post("/jobs/" + again.json().path("id").asString() + "/again", Map.of())
                        .status());
    }

    private static JsonNode ended(Rest rest, String job) {
        return Awaitility.await(job)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> rest.get(job).json(),
                        answer -> !answer.path("state").asString().equals("RUNNING"));
    }
}
