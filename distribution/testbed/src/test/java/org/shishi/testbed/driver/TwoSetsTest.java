package org.shishi.testbed.driver;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.BundleContext;
import org.shishi.testbed.container.InContainer;

/** The same tests in two containers. */
@InContainer({PlainFelix.class, PlainFelix.Other.class})
class TwoSetsTest {

    @Test
    void runsInEach(BundleContext context) {
        assertNotNull(context.getProperty("set"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void countsInEach(int number) {
        assertTrue(number > 0);
    }
}
