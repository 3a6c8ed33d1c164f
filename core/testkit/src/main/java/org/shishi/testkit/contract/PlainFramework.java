package org.shishi.testkit.contract;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.impl.Activator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** A framework with Declarative Services and nothing else; the platform's packages come from the class path. */
final class PlainFramework implements AutoCloseable {

    private final Framework framework;
    private final Path storage;

    private PlainFramework(Framework framework, Path storage) {
        this.framework = framework;
        this.storage = storage;
    }

    static PlainFramework start() throws IOException, BundleException {
        Path storage = Files.createTempDirectory("shishi-contract");
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        Offers.asSystemPackages(),
                        "felix.service.urlhandlers",
                        "false"));
        framework.start();
        PlainFramework started = new PlainFramework(framework, storage);
        started.install(jar(Activator.class)).start();
        return started;
    }

    private static Path jar(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Bundle install(Path jarOrFolder) throws BundleException {
        return context().installBundle("reference:" + jarOrFolder.toUri());
    }

    /** @throws BundleException with what is missing */
    void resolve(Bundle bundle) throws BundleException {
        if (!framework.adapt(FrameworkWiring.class).resolveBundles(List.of(bundle))) {
            // Starting says why.
            bundle.start();
        }
    }

    void offer(Class<?> type, Object service) {
        context().registerService(type.getName(), service, null);
    }

    boolean offers(String type) {
        return context().getServiceReference(type) != null;
    }

    Object get(ServiceReference<?> reference) {
        Object service = context().getService(reference);
        context().ungetService(reference);
        return service;
    }

    List<ComponentDescriptionDTO> components(Bundle bundle) {
        return List.copyOf(components().getComponentDescriptionDTOs(bundle));
    }

    Collection<ComponentConfigurationDTO> states(ComponentDescriptionDTO component) {
        return components().getComponentConfigurationDTOs(component);
    }

    private ServiceComponentRuntime components() {
        return context().getService(context().getServiceReference(ServiceComponentRuntime.class));
    }

    private BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public void close() throws BundleException, IOException {
        framework.stop();
        try {
            framework.waitForStop(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(storage)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
