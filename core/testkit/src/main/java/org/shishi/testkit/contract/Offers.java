package org.shishi.testkit.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Version;

/** The packages that the platform offers to programmes, as the manifests of the jars on the class path export them. */
final class Offers {

    private static final Pattern COMPONENTS =
            Pattern.compile("org\\.osgi\\.(service\\.component(\\.runtime.*)?|util\\.(promise|function))");
    private static final Map<String, Version> PACKAGES = read();

    private Offers() {}

    static List<Version> versions(String name) {
        Version version = PACKAGES.get(name);
        return version == null ? List.of() : List.of(version);
    }

    /** As a framework takes them for its system bundle, all but the framework's own. */
    static String asSystemPackages() {
        return PACKAGES.entrySet().stream()
                .filter(each -> !each.getKey().startsWith("org.apache.felix."))
                .filter(each -> !each.getKey().startsWith("org.osgi.")
                        || COMPONENTS.matcher(each.getKey()).matches())
                .map(each -> each.getKey() + ";version=\"" + each.getValue() + '"')
                .collect(Collectors.joining(","));
    }

    private static Map<String, Version> read() {
        Map<String, Version> all = new TreeMap<>();
        try {
            for (URL url : Collections.list(Offers.class.getClassLoader().getResources(BuiltProgramme.MANIFEST))) {
                try (InputStream in = url.openStream()) {
                    String exports = new Manifest(in).getMainAttributes().getValue("Export-Package");
                    Headers.clauses(exports)
                            .forEach((name, attributes) -> all.merge(
                                    name,
                                    Version.parseVersion(attributes.getOrDefault("version", "0")),
                                    Offers::newer));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Several jars may bring a package. */
    private static Version newer(Version one, Version other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
