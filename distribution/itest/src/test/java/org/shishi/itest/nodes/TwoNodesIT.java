package org.shishi.itest.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.database.DatabaseKind;
import org.shishi.testbed.database.TestDatabase;
import org.shishi.testbed.process.Nodes;
import org.shishi.testbed.process.StickyProxy;
import org.shishi.testbed.reminders.RemindersJar;
import tools.jackson.databind.JsonNode;

/** Two nodes on one PostgreSQL behind a proxy: what they share, and that either may be killed while 10 000 reminders go out. */
class TwoNodesIT {

    private static final int OWED = 5_000;
    private static final int REMINDERS = OWED * RemindersJar.RECIPIENTS;
    private static final String OFFICER = "demo-second-level-officer";
    private static final String APPROVER = "demo-second-level-approver";
    private static final String ADMIN = "demo-platform-admin";
    private static final String RUN =
            "/scheduled-jobs/" + RemindersJar.ID + "/" + RemindersJar.YEAR + "/" + RemindersJar.JOB + "/run";

    private final GreenMail mail =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).setVerbose(false));

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(50));
    }

    @Test
    void eitherMayBeKilledWhileTenThousandRemindersGoOut() throws Exception {
        mail.start();
        try (TestDatabase database = TestDatabase.create(DatabaseKind.POSTGRESQL);
                Ledger ledger = new Ledger(database);
                Nodes nodes = new Nodes(database, mailbox())) {
            nodes.add();
            nodes.add();
            try (StickyProxy proxy = new StickyProxy(
                            List.of(nodes.get(0).baseUrl(), nodes.get(1).baseUrl()));
                    Questions questions = new Questions(Rest.as(proxy.baseUrl(), ADMIN), "/programmes");
                    Visitors visitors = new Visitors(proxy)) {
                lettersFor(proxy, OFFICER, APPROVER);
                whoGuessesOnOneNodeIsLockedOutOnTheOther(nodes);
                remindersGoByWhatTheOperatorSet(nodes);
                aProgrammeDroppedAtOneNodeRunsOnBoth(nodes);
                aRevisionPublishedOnOneNodeCountsOnTheOther(nodes);
                twoNodesThatChangeOneEditionDoSoOneAfterTheOther(nodes);
                aJobPausedOnOneNodeIsPausedOnTheOther(nodes);
                InterruptedImport file = InterruptedImport.begun(nodes.get(0), OFFICER);
                theOneThatSendsIsKilled(nodes, ledger, visitors);
                file.isBegunAnewOn(nodes.get(1));
                nodes.start(0);
                theOneThatCarriesLettersIsKilled(nodes, ledger, visitors);
                sentAgainNobodyIsToldAgain(nodes, ledger);
                whatFailedIsFoundAndSentAgain(nodes, ledger);
                assertEquals(List.of(), questions.failed(), "REST through the proxy");
                assertTrue(questions.answered() > 100);
            }
        } finally {
            mail.stop();
        }
    }

    private Map<String, String> mailbox() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SHISHI_SMTP_HOST", "127.0.0.1");
        environment.put("SHISHI_SMTP_PORT", Integer.toString(mail.getSmtp().getPort()));
        environment.put("SHISHI_SMTP_SECURITY", "none");
        environment.put("SHISHI_SMTP_FROM", "shishi@example.org");
        environment.put("SHISHI_REMINDER_BEFORE", "14, 1");
        return environment;
    }

    private static void lettersFor(StickyProxy proxy, String... accounts) {
        for (String account : accounts) {
            Map<String, Object> wish = Map.of("email", account + "@example.org", "byEmail", true);
            assertEquals(
                    200,
                    Rest.as(proxy.baseUrl(), account)
                            .put("/profile/contacts", wish, null)
                            .status());
        }
    }

    private static void whoGuessesOnOneNodeIsLockedOutOnTheOther(Nodes nodes) {
        for (int i = 0; i < 5; i++) {
            Rest.nobody(nodes.get(0)).post("/tokens", Map.of("username", "demo-inspector", "password", "guess-" + i));
        }
        Rest.Answer right = Rest.nobody(nodes.get(1))
                .post("/tokens", Map.of("username", "demo-inspector", "password", "shishi-demo"));
        assertTrue(right.codes().contains("CORE-LOGIN-LOCKED"), right.toString());
    }

    private static void remindersGoByWhatTheOperatorSet(Nodes nodes) {
        Rest.Answer plan = Rest.as(nodes.get(0), OFFICER).rule("R-C.9", Map.of("due", "2024-05-31", "hard", true));
        assertEquals(
                List.of("2024-05-17", "2024-05-30"),
                plan.json()
                        .at("/result/pre")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList(),
                plan.toString());
    }

    private static void aProgrammeDroppedAtOneNodeRunsOnBoth(Nodes nodes) {
        RemindersJar.drop(nodes.get(0).plugins(), 1);
        for (int i = 0; i < 2; i++) {
            Rest admin = Rest.as(nodes.get(i), ADMIN);
            await("it runs on " + Nodes.name(i)).until(() -> admin.get("/programmes")
                    .json()
                    .valueStream()
                    .anyMatch(one -> one.path("id").asString().equals(RemindersJar.ID)
                            && one.path("state").asString().equals("RUNNING")));
        }
    }

    /** And so the number of reminders is what the edition says, not the jar. */
    private static void aRevisionPublishedOnOneNodeCountsOnTheOther(Nodes nodes) {
        String edition = "/editions/" + RemindersJar.ID + "/" + RemindersJar.YEAR;
        Rest.Answer proposed = Rest.as(nodes.get(0), "demo-city-officer")
                .post(
                        edition + "/revisions",
                        Map.of(
                                "name",
                                "reminders.count",
                                "value",
                                OWED,
                                "validFrom",
                                "2024-01-01",
                                "reason",
                                "Many are owed."));
        assertEquals(201, proposed.status(), proposed.toString());
        Rest approver = Rest.as(nodes.get(0), "demo-city-approver");
        String id = proposed.json().path("id").asString();
        Rest.Answer published = approver.post("/editions/revisions/" + id + "/publish", Map.of());
        assertEquals(200, published.status(), published.toString());
        Rest other = Rest.as(nodes.get(1), "demo-city-approver");
        await("the other node has the number").until(() -> other.get(edition)
                .json()
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.path("value"))
                .anyMatch(value -> value.asInt() == OWED));
    }

    /** Whoever comes second is told so; nothing is decided twice. */
    private static void twoNodesThatChangeOneEditionDoSoOneAfterTheOther(Nodes nodes) {
        String edition = "/editions/" + RemindersJar.ID + "/" + RemindersJar.YEAR;
        Map<String, Object> change =
                Map.of("name", "reminders.count", "value", 7, "validFrom", "2099-01-01", "reason", "Both at once.");
        List<Rest.Answer> proposed =
                onBoth(nodes, "demo-city-officer", rest -> rest.post(edition + "/revisions", change));
        assertEquals(List.of(201, 422), statuses(proposed), proposed.toString());
        String id = proposed.stream()
                .filter(answer -> answer.status() == 201)
                .map(answer -> answer.json().path("id").asString())
                .findFirst()
                .orElseThrow();
        List<Rest.Answer> published = onBoth(
                nodes, "demo-city-approver", rest -> rest.post("/editions/revisions/" + id + "/publish", Map.of()));
        assertEquals(200, statuses(published).getFirst(), published.toString());
        assertTrue(statuses(published).getLast() > 400, published.toString());
    }

    private static List<Integer> statuses(List<Rest.Answer> answers) {
        return answers.stream().map(Rest.Answer::status).sorted().toList();
    }

    private static List<Rest.Answer> onBoth(Nodes nodes, String account, Function<Rest, Rest.Answer> call) {
        List<CompletableFuture<Rest.Answer>> calls =
                Stream.of(nodes.get(0), nodes.get(1)).map(node -> Rest.as(node, account)).toList().stream()
                        .map(rest -> CompletableFuture.supplyAsync(() -> call.apply(rest)))
                        .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    private static void aJobPausedOnOneNodeIsPausedOnTheOther(Nodes nodes) {
        String job = RUN.substring(0, RUN.length() - "/run".length());
        for (String wanted : List.of("pause", "resume")) {
            Rest.Answer told = Rest.as(nodes.get(0), ADMIN).post(job + "/" + wanted, Map.of());
            assertTrue(told.status() < 300, told.toString());
            Rest other = Rest.as(nodes.get(1), ADMIN);
            await(wanted + " is seen on the other node").until(() -> other.get("/scheduled-jobs")
                    .json()
                    .valueStream()
                    .anyMatch(one -> one.path("id").asString().equals(RemindersJar.JOB)
                            && one.path("paused").asBoolean() == wanted.equals("pause")));
        }
    }

    private static void theOneThatSendsIsKilled(Nodes nodes, Ledger ledger, Visitors visitors) {
        long before = ledger.noticePages();
        assertEquals(202, Rest.as(nodes.get(0), ADMIN).post(RUN, Map.of()).status());
        Awaitility.await("it is in the middle of it")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> ledger.underWay(Nodes.name(0)) && ledger.noticePages() > before + 20);

        nodes.get(0).kill();

        assertEquals(0, ledger.done(), "it was not done");
        assertEquals(0, ledger.notices(), "half of it is nothing");
        long killed = System.nanoTime();
        await("the other node has done it").until(() -> ledger.done(Nodes.name(1)) == 1);
        System.out.println("Taken over and done " + (System.nanoTime() - killed) / 1_000_000 + " ms after the kill");
        assertEquals(REMINDERS, ledger.notices());
        assertEquals(REMINDERS, ledger.differentNotices());
        assertEquals(REMINDERS, ledger.letters());
        assertTrue(visitors.at(1).goesOn(), "who was on the other node did not notice");
    }

    private void theOneThatCarriesLettersIsKilled(Nodes nodes, Ledger ledger, Visitors visitors) throws Exception {
        Visitors.Sitting first = visitors.sitDown(0);
        await("letters are on their way").until(() -> ledger.letters("SENT") > REMINDERS / 10);
        long waiting = ledger.letters("WAITING");
        nodes.get(1).kill();
        assertTrue(waiting > REMINDERS / 10, "in the middle, not at the end: " + waiting);

        await("every letter is sent").until(() -> ledger.letters("SENT") == REMINDERS);

        assertEquals(0, ledger.letters("FAILED"));
        List<String> ids = new ArrayList<>();
        for (MimeMessage letter : mail.getReceivedMessages()) {
            ids.add(letter.getMessageID());
        }
        assertEquals(REMINDERS, new HashSet<>(ids).size(), "none is lost");
        assertTrue(
                ids.size() - REMINDERS <= 2,
                "whom the kill met in the middle of a letter may have sent that one twice, with the same Message-ID: "
                        + (ids.size() - REMINDERS));
        assertTrue(first.goesOn());
        assertFalse(visitors.at(1).goesOn(), "who was on the killed node signs in again");
    }

    private static void sentAgainNobodyIsToldAgain(Nodes nodes, Ledger ledger) {
        long done = ledger.done();
        assertEquals(202, Rest.as(nodes.get(0), ADMIN).post(RUN, Map.of()).status());
        await("the job has run again").until(() -> ledger.done() == done + 1);
        assertEquals(REMINDERS, ledger.notices());
        assertEquals(REMINDERS, ledger.letters("SENT"));
        JsonNode health = Rest.health(nodes.get(0));
        assertEquals("1", health.path("components").path("node").path("nodes").asString(), health.toString());
    }

    /** One, some, all: and each is the letter that it was, told by its id. */
    private void whatFailedIsFoundAndSentAgain(Nodes nodes, Ledger ledger) throws Exception {
        Rest admin = Rest.as(nodes.get(0), ADMIN);
        assertEquals(0, letters(admin, "state=failed").size());
        ledger.failed(3, "550 no such box");
        ledger.failed(4, "452 box is full");
        mail.purgeEmailFromAllMailboxes();

        assertEquals(7, letters(admin, "state=failed").size());
        assertEquals(3, letters(admin, "state=failed&q=no%20such").size());
        assertEquals(0, letters(admin, "state=failed&channel=text_message").size());
        JsonNode page = admin.get("/letters?limit=5&channel=email").json();
        String next = page.path("next").asString();
        assertEquals(
                2,
                admin.get("/letters?limit=5&channel=email&after=" + next)
                        .json()
                        .path("items")
                        .size());
        JsonNode failed = page.at("/items/0");
        assertEquals(4, failed.path("attempts").asInt());
        assertFalse(failed.toString().contains("@"), "no address: " + failed);
        assertEquals(400, admin.get("/letters?after=nonsense").status());
        assertEquals(
                403, Rest.as(nodes.get(0), "demo-city-officer").get("/letters").status());

        List<Object> chosen = letters(admin, "state=failed&q=no%20such").stream()
                .<Object>map(letter -> Map.of(
                        "notice", letter.path("notice").asString(),
                        "channel", letter.path("channel").asString()))
                .toList();
        Rest.Answer one = admin.post("/letters/resend", Map.of("letters", chosen.subList(0, 1)));
        assertEquals(1, one.json().path("again").asInt(), one.toString());
        await("it goes out").until(() -> mail.getReceivedMessages().length == 1);
        assertTrue(mail.getReceivedMessages()[0]
                .getMessageID()
                .contains(chosen.getFirst().toString().replaceAll(".*notice=([0-9a-f-]{36}).*", "$1")));
        await("and is told as sent").until(() -> ledger.letters("FAILED") == 6);
        Rest.Answer some = admin.post("/letters/resend", Map.of("letters", chosen));
        assertEquals(2, some.json().path("again").asInt(), some.toString());
        assertEquals("sent", some.json().at("/skipped/0/why").asString(), some.toString());
        Rest.Answer all = admin.post("/letters/resend", Map.of("query", Map.of("q", "box is", "channel", "email")));
        assertEquals(4, all.json().path("again").asInt(), all.toString());
        await("all have gone out").until(() -> ledger.letters("SENT") == REMINDERS);
        assertEquals(7, mail.getReceivedMessages().length);
        assertEquals(0, letters(admin, "state=failed").size());
        assertEquals(200, letters(admin, "state=sent&limit=200").size());
    }

    private static List<JsonNode> letters(Rest admin, String query) {
        Rest.Answer answer = admin.get("/letters?" + query);
        assertEquals(200, answer.status(), answer.toString());
        return answer.json().path("items").valueStream().toList();
    }
}
