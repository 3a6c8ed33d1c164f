package org.shishi.testbed.driver;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shishi.testbed.container.BundleFile;
import org.shishi.testbed.container.BundleSet;

/** Felix with Declarative Services from the class path: enough to try the driver without the product. */
public class PlainFelix implements BundleSet {

    @Override
    public List<BundleFile> bundles() {
        return Stream.of(
                        "org.osgi.util.function.Function",
                        "org.osgi.util.promise.Promise",
                        "org.osgi.service.component.ComponentContext",
                        "org.apache.felix.cm.impl.ConfigurationManager",
                        "org.apache.felix.scr.impl.Activator")
                .map(name -> BundleFile.holding(name, 2))
                .toList();
    }

    @Override
    public Map<String, String> frameworkProperties() {
        return Map.of("set", getClass().getSimpleName());
    }

    /** A second set, to run the same tests twice. */
    public static final class Other extends PlainFelix {}

    /** Lacks what its bundles import. */
    public static final class Unresolvable extends PlainFelix {

        @Override
        public List<BundleFile> bundles() {
            return List.of(BundleFile.holding("org.apache.felix.scr.impl.Activator", 2));
        }

        @Override
        public Map<String, String> frameworkProperties() {
            return Map.of("felix.log.level", "0");
        }
    }
}
