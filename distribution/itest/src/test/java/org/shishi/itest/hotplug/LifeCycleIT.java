package org.shishi.itest.hotplug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.shishi.testbed.container.InContainer;
import org.shishi.testbed.product.Product;

/**
 * What holds for every programme, whatever its name: it is exchanged in place, joined by next year's, taken away and put
 * back while others work, and nobody but its own visitors notices.
 */
@InContainer(Product.Demo.class)
@Timeout(900)
class LifeCycleIT {

    private static Platform platform;
    private static String token;

    @BeforeAll
    static void begin(BundleContext context) {
        platform = new Platform(context);
        token = platform.token();
        platform.emptyDropFolder();
    }

    @AfterAll
    static void end() {
        platform.emptyDropFolder();
    }

    static Collection<ProgrammeJar> programmes() {
        return ProgrammeJar.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programmes")
    void comes_is_exchanged_stands_beside_itself_leaves_and_returns(ProgrammeJar built) throws Exception {
        int year = built.year();
        ProgrammeJar first = built.as(year + ".1.0");
        ProgrammeJar update = built.as(year + ".1.1");
        ProgrammeJar next = built.as(year + 1 + ".1.0");
        // In a year of its own: no two programmes of one year may have rules of the same names.
        // And of a name of its own: the tables of one programme's neighbour are no other's.
        String beside = "neighbour-" + Integer.toHexString(built.id().hashCode());
        ProgrammeJar neighbour = built.as(year + 5 + ".1.0").renamed(beside);
        String place = year + "/" + built.id();
        neighbour.drop(platform.dropped("neighbour.jar"));
        first.drop(platform.dropped("this-year.jar"));
        platform.awaitRunning(neighbour);
        platform.awaitRunning(first);

        List<String> lists = platform.lists(first);
        List<String> data = platform.ids(lists, token);
        List<String> others = new ArrayList<>(platform.lists(neighbour));
        others.addAll(List.of("/api/v1/programmes", "/api/v1/openapi.json", "/health/ready", "/", "/login"));
        Map<Long, Long> untouched = untouched(built.id());
        List<String> events = new CopyOnWriteArrayList<>();
        BundleListener listener = event -> {
            if (!built.id().equals(event.getBundle().getHeaders("").get("Shishi-Programme"))) {
                events.add(event.getBundle().getSymbolicName() + " " + event.getType());
            }
        };

        try (Tab visitor = new Tab(platform).go(place);
                Tab bystander = new Tab(platform).go(neighbour.year() + "/" + beside);
                Load elsewhere = new Load(platform.base(), token, others, Load.Answer::ok);
                Load here = new Load(platform.base(), token, lists, Load.Answer::okOrComeAgain)) {
            assertFalse(visitor.offline(), visitor.shown().toString());
            List<String> pages = visitor.shown();
            platform.context().addBundleListener(listener);
            long bundle = platform.bundle(first).orElseThrow().getBundleId();

            update.drop(platform.dropped("this-year.jar"));
            platform.awaitRunning(update);
            assertEquals(bundle, platform.bundle(update).orElseThrow().getBundleId(), "in place");
            Platform.await("visitor is back", () -> visitor.shown().equals(pages));
            assertEquals(data, platform.ids(lists, token));

            next.drop(platform.dropped("next-year.jar"));
            platform.awaitRunning(next);
            String schema = built.id().replace('-', '_') + "_";
            assertEquals(schema + year, schema(update));
            assertEquals(schema + (year + 1), schema(next));
            visitor.go(year + 1 + "/" + built.id());
            assertEquals(pages, visitor.shown(), "its own address");
            visitor.go(place);
            List<String> nextLists = platform.lists(next);
            nextLists.forEach(
                    list -> assertEquals(200, platform.get(list, token).statusCode(), list));

            Object published = platform.live(next).orElseThrow();
            List<String> here2 = here.end();
            assertEquals(List.of(), here2, "requests to the programme that is exchanged");
            platform.remove("this-year.jar");
            platform.awaitGone(update);
            Platform.await("the offline page", visitor::offline);
            assertEquals(published, platform.live(next).orElseThrow(), "next year's stays published");
            lists.forEach(list -> assertEquals(404, platform.get(list, token).statusCode(), list));
            nextLists.forEach(
                    list -> assertEquals(200, platform.get(list, token).statusCode(), list));

            update.drop(platform.dropped("put-back.jar"));
            platform.awaitRunning(update);
            Platform.await("visitor is back", () -> visitor.shown().equals(pages));
            assertEquals(data, platform.ids(lists, token), "its data is there");

            assertEquals(List.of(), elsewhere.end(), "requests outside the programme");
            assertTrue(elsewhere.asked() > 50, "the client was at work: " + elsewhere.asked());
            assertTrue(here.asked() > 20, "the client was at work: " + here.asked());
            assertTrue(visitor.alive(), "the visitor's session");
            assertTrue(bystander.alive() && !bystander.offline(), "the bystander's session and page");
            assertEquals(List.of(), events, "nothing else was stopped, started or refreshed");
            assertEquals(untouched, untouched(built.id()));
        } finally {
            platform.context().removeBundleListener(listener);
            platform.emptyDropFolder();
        }
    }

    private static String schema(ProgrammeJar jar) {
        return platform.programme(jar).context().database().schema();
    }

    /** Every bundle but the programme's own, and when it was last touched. */
    private static Map<Long, Long> untouched(String id) {
        Map<Long, Long> touched = new TreeMap<>();
        for (Bundle bundle : platform.context().getBundles()) {
            if (!id.equals(bundle.getHeaders("").get("Shishi-Programme"))) {
                touched.put(bundle.getBundleId(), bundle.getLastModified() + bundle.getState());
            }
        }
        return touched;
    }
}
