package org.shishi.testbed.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.BundleContext;
import org.shishi.testbed.container.InContainer;
import org.shishi.testbed.container.Service;

/** Test classes that the tests of the driver run; nested, so that no build runs them for themselves. */
final class Samples {

    private Samples() {}

    @InContainer(PlainFelix.class)
    static class Mixed {

        @Test
        void passes(TestReporter reporter) {
            reporter.publishEntry("where", "inside");
        }

        @Test
        void fails() {
            assertEquals("工会", "公会", "与众不同");
        }

        @Test
        void isNotFit() {
            assumeTrue(false, "no weather for it");
        }

        @Test
        void missesAService(@Service(timeoutSeconds = 0, filter = "(no=such)") Runnable service) {
            service.run();
        }

        @ParameterizedTest(name = "第 {0} 次")
        @ValueSource(ints = {1, 2, 3})
        void failsAtTwo(int number) {
            assertTrue(number != 2, "it is two");
        }

        @Test
        @Tag("slow")
        void isTagged() {}
    }

    @InContainer(PlainFelix.class)
    static class BrokenSetup {

        @BeforeAll
        static void explode() {
            throw new IllegalStateException("no luck");
        }

        @Test
        void neverRuns() {}
    }

    @InContainer(PlainFelix.Unresolvable.class)
    static class NoContainer {

        @Test
        void neverRuns() {}
    }

    @InContainer({PlainFelix.class, PlainFelix.Other.class})
    static class Twice {

        @Test
        void failsInTheOther(BundleContext context) {
            assertEquals("PlainFelix", context.getProperty("set"));
        }
    }

    /** Counts how often a container of it was asked for and given back. */
    public static final class Counted extends PlainFelix {

        static final AtomicInteger MADE = new AtomicInteger();
        static final AtomicInteger CLOSED = new AtomicInteger();

        public Counted() {
            MADE.incrementAndGet();
        }

        @Override
        public void close() {
            CLOSED.incrementAndGet();
        }
    }

    @InContainer(Counted.class)
    static class First {

        @Test
        void leavesSomething(BundleContext context) {
            context.registerService(Runnable.class, () -> {}, null);
        }
    }

    @InContainer(Counted.class)
    static class Second {

        @Test
        void findsIt(@Service(timeoutSeconds = 0) Runnable left) {
            left.run();
        }
    }
}
