package org.shishi.itest.hotplug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.shishi.testbed.container.InContainer;
import org.shishi.testbed.product.Product;

/**
 * Thirty times every programme is installed, used at its pages and by REST, exchanged, used again and taken away, with the
 * same people signed in all the time. Afterwards nothing of it is left but its data.
 */
@InContainer(Product.Demo.class)
@Timeout(1800)
class NothingLeftIT {

    private static final int CYCLES = 30;
    /** Whoever comes for the first time wakes things up that stay: schemas, caches, threads of pools. */
    private static final int WARM = 2;

    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    @Test
    void after_thirty_comings_and_goings(BundleContext context) {
        Platform platform = new Platform(context);
        platform.emptyDropFolder();
        String token = platform.token();
        List<ProgrammeJar> guests = ProgrammeJar.all().stream()
                .map(jar -> jar.as(jar.year() + 10 + ".1.0"))
                .toList();
        try (Tab visitor = new Tab(platform)) {
            Footprint before = null;
            long unloaded = 0;
            for (int cycle = 0; cycle < WARM + CYCLES; cycle++) {
                if (cycle == WARM) {
                    collect();
                    loaders.clear();
                    before = settled(platform, visitor);
                    unloaded = ManagementFactory.getClassLoadingMXBean().getUnloadedClassCount();
                }
                live(platform, guests, visitor, token);
            }
            collect();
            assertEquals(2 * CYCLES * guests.size(), loaders.size());
            assertTrue(
                    ManagementFactory.getClassLoadingMXBean().getUnloadedClassCount() > unloaded,
                    "classes were unloaded");
            Footprint wanted = before;
            Awaitility.await("what the platform holds")
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> assertEquals(wanted, Footprint.of(platform, visitor)));
            assertTrue(visitor.alive(), "the session");
        }
    }

    private void live(Platform platform, List<ProgrammeJar> guests, Tab visitor, String token) {
        guests.forEach(jar -> jar.drop(platform.dropped("guest-" + jar.id() + ".jar")));
        guests.forEach(jar -> use(platform, jar, visitor, token));
        List<ProgrammeJar> updates =
                guests.stream().map(jar -> jar.as(jar.year() + ".1.1")).toList();
        updates.forEach(jar -> jar.drop(platform.dropped("guest-" + jar.id() + ".jar")));
        updates.forEach(jar -> use(platform, jar, visitor, token));
        updates.forEach(jar -> platform.remove("guest-" + jar.id() + ".jar"));
        updates.forEach(platform::awaitGone);
        Platform.await("the offline page", visitor::offline);
    }

    /** At every kind of page, and at every list by REST. */
    private void use(Platform platform, ProgrammeJar jar, Tab visitor, String token) {
        platform.awaitRunning(jar);
        loaders.add(new WeakReference<>(
                platform.bundle(jar).orElseThrow().adapt(BundleWiring.class).getClassLoader()));
        for (String page : pages(platform, jar, token)) {
            visitor.go(page);
            assertTrue(!visitor.offline() && visitor.alive(), page + ": " + visitor.shown());
        }
        platform.lists(jar)
                .forEach(list -> assertEquals(200, platform.get(list, token).statusCode(), list));
    }

    private static List<String> pages(Platform platform, ProgrammeJar jar, String token) {
        String place = jar.year() + "/" + jar.id();
        List<String> pages = new ArrayList<>();
        platform.programme(jar).descriptor().records().stream()
                .filter(type -> type.partOf().isEmpty())
                .map(type -> place + "/" + type.id())
                .forEach(list -> {
                    pages.add(list);
                    platform.ids(List.of("/api/v1/" + list + "?limit=1"), token).stream()
                            .limit(1)
                            .forEach(id -> pages.add(list + "/" + id));
                    pages.add(list + "/new");
                });
        pages.add(place);
        return pages;
    }

    /** Collects garbage until no class loader of a programme that left is reachable. */
    private void collect() {
        Awaitility.await("class loaders to go")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    System.gc();
                    assertEquals(
                            0,
                            loaders.stream().filter(each -> each.get() != null).count(),
                            "of " + loaders.size() + " class loaders");
                });
    }

    /** What the platform holds when it has come to rest. */
    private static Footprint settled(Platform platform, Tab tab) {
        List<Footprint> last = new ArrayList<>(List.of(Footprint.of(platform, tab)));
        Platform.await("rest", () -> {
            Footprint now = Footprint.of(platform, tab);
            return now.equals(last.set(0, now));
        });
        return last.getFirst();
    }
}
