package org.shishi.testbed.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.shishi.testbed.container.InContainer;
import org.shishi.testbed.container.Service;

/** What JUnit offers must work inside the container as it does outside. */
@InContainer(PlainFelix.class)
class InsideTest {

    private static Bundle before;

    @TempDir
    Path folder;

    private boolean prepared;

    @BeforeAll
    static void prepareAll(BundleContext context) {
        before = context.getBundle();
    }

    @BeforeEach
    void prepare() {
        prepared = true;
    }

    @Test
    void runsAsABundle(BundleContext context) {
        assertSame(context.getBundle(), FrameworkUtil.getBundle(getClass()));
        assertSame(before, context.getBundle());
        assertEquals("PlainFelix", context.getProperty("set"));
        assertTrue(prepared);
    }

    @Test
    void getsServices(
            @Service ServiceComponentRuntime components,
            @Service(filter = "(service.pid=org.apache.felix.cm.ConfigurationAdmin)") ConfigurationAdmin configurations)
            throws IOException {
        assertTrue(components.getComponentDescriptionDTOs().isEmpty());
        assertNotNull(configurations.getConfiguration("some.pid", null));
    }

    @Test
    void resolvesAgainstBundlesAndNotTheClassPath() {
        Bundle provider = FrameworkUtil.getBundle(ServiceComponentRuntime.class);
        assertNotNull(provider);
        assertNotEquals(Constants.SYSTEM_BUNDLE_ID, provider.getBundleId());
    }

    @ParameterizedTest(name = "{0} 加 {1}")
    @CsvSource({"1, 2, 3", "20, 22, 42"})
    void adds(int left, int right, int sum) {
        assertEquals(sum, left + right);
    }

    @RepeatedTest(2)
    void repeats() {
        assertTrue(prepared);
    }

    @TestFactory
    Stream<DynamicTest> makesTests() {
        return Stream.of("甲", "乙").map(name -> DynamicTest.dynamicTest(name, () -> assertEquals(1, name.length())));
    }

    @Test
    @DisplayName("有自己的名字")
    void hasAName() throws IOException {
        assertEquals(0, Files.list(folder).count());
    }

    @Nested
    class Deeper {

        @Test
        void seesTheOuterInstance(BundleContext context) {
            assertTrue(prepared);
            assertEquals("PlainFelix", context.getProperty("set"));
        }
    }
}
