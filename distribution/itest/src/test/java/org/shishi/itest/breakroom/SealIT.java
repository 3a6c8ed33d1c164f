package org.shishi.itest.breakroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.EditionAdmin;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.SignIn;
import org.shishi.api.programme.Seals;
import org.shishi.itest.clock.AutumnDemo;
import org.shishi.testbed.container.InContainer;
import org.shishi.testbed.container.Service;

/** What a subsidy rests on is sealed when it is approved: later numbers show as a difference and change no payment. */
@InContainer(AutumnDemo.class)
class SealIT {

    private static final String PARAMETER = "breakroom.citySubsidyPerRoomFen";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    @Test
    void later_numbers_change_no_payment(
            BundleContext context,
            @Service SignIn signIn,
            @Service EditionAdmin editions,
            @Service Seals seals,
            @Service(filter = "(&(programme.id=break-room)(programme.year=2024))") LiveProgramme live)
            throws Exception {
        URI base = URI.create("http://127.0.0.1:" + context.getProperty("org.osgi.service.http.port") + "/api/v1");
        Caller officer = caller(signIn, "city-officer");
        Caller approver = caller(signIn, "city-approver");
        String finance = token(signIn, "city-finance");
        String approval = token(signIn, "city-approver");
        set(editions, officer, approver, 300_000);

        Awaitility.await("a room with a plaque").atMost(Duration.ofSeconds(60)).until(() -> ID.matcher(
                        get(base, finance, "/2024/break-room/rooms?status=PLAQUED&limit=1"))
                .find());
        String room = id(get(base, finance, "/2024/break-room/rooms?status=PLAQUED&limit=1"));
        String subsidies = "/2024/break-room/subsidies";
        String subsidy = id(post(base, finance, subsidies, "{\"room\":\"" + room + "\",\"purpose\":\"ITEMS\"}"));
        String steps = subsidies + "/" + subsidy + "/transitions";
        String object = "break-room/2024/subsidies/" + subsidy;
        assertEquals(List.of(), seals.of(object), "calculated is not yet decided");
        set(editions, officer, approver, 350_000);
        assertTrue(post(base, approval, steps, "{\"action\":\"approve\"}").contains("APPROVED"));

        List<Seals.Seal> sealed = seals.of(object);
        assertEquals(1, sealed.size());
        Seals.Seal seal = sealed.getFirst();
        assertEquals("R-1.3", seal.basis().ruleId());
        assertEquals(Map.of("amountFen", 300_000L), seal.basis().sums());
        assertEquals(live.version(), seal.version());
        assertEquals(300_000L, ((Number) seal.values().get(PARAMETER)).longValue());
        Map<String, String> persons = seal.basis().persons();
        assertTrue(persons.keySet().containsAll(List.of("name", "ownerUnit", "pointContact")), persons.toString());
        assertEquals(
                350_000L,
                ((Number) seals.differences(seal, live.context(), live.version(), persons)
                                .getFirst()
                                .now())
                        .longValue(),
                "what was used is sealed, not what was published for that day before the approval");
        set(editions, officer, approver, 300_000);
        assertEquals(List.of(), seals.differences(seal, live.context(), live.version(), persons));

        set(editions, officer, approver, 400_000);
        List<Seals.Difference> differences = seals.differences(seal, live.context(), live.version(), persons);
        assertEquals(List.of(PARAMETER), differences.stream().map(d -> d.name()).toList());
        assertEquals(400_000L, ((Number) differences.getFirst().now()).longValue());
        String paid = post(base, finance, steps, "{\"action\":\"pay\"}");
        assertTrue(paid.contains("\"amountFen\":300000") && paid.contains("PAID"), paid);
        assertTrue(get(base, finance, "/2024/break-room/rooms/" + room).contains("\"subsidyFen\":300000"));
        assertEquals(sealed, seals.of(object));
    }

    private static Caller caller(SignIn signIn, String role) {
        return signIn.signIn("demo-" + role, "shishi-demo", "127.0.0.1");
    }

    private static String token(SignIn signIn, String role) {
        return signIn.issueToken(caller(signIn, role)).token();
    }

    private static void set(EditionAdmin editions, Caller officer, Caller approver, long fen) {
        EditionAdmin.Revision draft = editions.propose(
                officer, "break-room", 2024, new EditionAdmin.Change(PARAMETER, fen, LocalDate.of(2024, 9, 1), "测试"));
        editions.publish(approver, draft.id());
    }

    private static String id(String json) {
        Matcher found = ID.matcher(json);
        assertTrue(found.find(), json);
        return found.group(1);
    }

    private static String get(URI base, String token, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET(), token);
    }

    private static String post(URI base, String token, String path, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                token);
    }

    private static String send(HttpRequest.Builder request, String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
