package org.shishi.core.provisioning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;

/** The packages that the framework's bundles export now. */
final class OfferedPackages {

    private final BundleContext framework;

    OfferedPackages(BundleContext framework) {
        this.framework = framework;
    }

    boolean fits(ImportedPackage wanted) {
        return all(wanted.name()).stream().anyMatch(wanted.range()::includes);
    }

    /** For a sentence; a dash when nobody offers the package. */
    String versions(String name) {
        String versions = all(name).stream().map(Version::toString).collect(Collectors.joining(", "));
        return versions.isEmpty() ? "–" : versions;
    }

    private List<Version> all(String name) {
        return Arrays.stream(framework.getBundles())
                .map(bundle -> bundle.adapt(BundleWiring.class))
                .filter(java.util.Objects::nonNull)
                .flatMap(wiring -> wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .map(BundleCapability::getAttributes)
                .filter(attributes -> name.equals(attributes.get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(attributes -> (Version) attributes.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
                .toList();
    }
}
