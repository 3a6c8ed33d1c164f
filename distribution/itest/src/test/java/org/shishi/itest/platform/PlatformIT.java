package org.shishi.itest.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.shishi.testbed.container.InContainer;
import org.shishi.testbed.product.Product;

/** The assembled bundles stand in a real framework, on both databases. */
@InContainer({Product.class, Product.OnPostgres.class})
class PlatformIT {

    @Test
    void startsEveryBundle(BundleContext context) {
        List<String> notActive = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders().get("Fragment-Host") == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(Bundle::toString)
                .toList();

        assertEquals(List.of(), notActive);
    }

    @Test
    void hasAHomeOfItsOwn(BundleContext context) {
        Path home = Path.of(context.getProperty("shishi.home"));

        assertTrue(Files.isDirectory(home.resolve("plugins.d")));
    }
}
