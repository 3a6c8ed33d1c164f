package org.shishi.core.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The framework's side: one bundle per programme and year, found by its location. Touches no other bundle, ever. A bundle
 * that hangs in its own code is left behind, and the next one of its programme and year gets another location.
 */
final class ProgrammeBundles {

    private static final Logger LOG = LoggerFactory.getLogger(ProgrammeBundles.class);

    /** A protocol that every JDK knows: libraries take the location for a URL. */
    private static final String LOCATION = "file:programme/";

    private static final Duration REFRESH = Duration.ofSeconds(60);

    private final Patience patience;
    private final BundleContext framework;
    /** How many bundles of a programme and year hang. */
    private final Map<String, Integer> stuck = new ConcurrentHashMap<>();

    ProgrammeBundles(BundleContext context, Patience patience) {
        this.patience = patience;
        this.framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
    }

    Optional<Bundle> of(String edition) {
        return Optional.ofNullable(framework.getBundle(location(edition)));
    }

    private String location(String edition) {
        int hanging = stuck.getOrDefault(edition, 0);
        return LOCATION + edition + (hanging == 0 ? "" : "/" + hanging);
    }

    /** Programme and year of every programme bundle that the framework still knows; those left behind don't count. */
    List<String> editions() {
        return Arrays.stream(framework.getBundles())
                .map(Bundle::getLocation)
                .filter(location -> location.startsWith(LOCATION))
                .map(location -> location.substring(LOCATION.length()).split("/"))
                .map(words -> words[0] + "/" + words[1])
                .distinct()
                .filter(edition -> of(edition).isPresent())
                .toList();
    }

    /** Lets go of a bundle that hangs: it counts no more, and is uninstalled should it ever come to its senses. */
    void leaveBehind(String edition) {
        stuck.merge(edition, 1, Integer::sum);
    }

    /** Every bundle that a refresh of this one would restart: itself alone, for a guest that exports nothing. */
    Collection<Bundle> refreshed(Bundle bundle) {
        return wiring().getDependencyClosure(Set.of(bundle));
    }

    /** The others that a refresh would restart, for a sentence; empty: none, as it must be. */
    Optional<String> notAlone(Bundle bundle) {
        String others = refreshed(bundle).stream()
                .filter(other -> other.getBundleId() != bundle.getBundleId())
                .map(Bundle::getSymbolicName)
                .sorted()
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? Optional.empty() : Optional.of(others);
    }

    Bundle install(String edition, Path jar) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            return framework.installBundle(location(edition), in);
        }
    }

    /** Puts other content into the bundle, which must be stopped. */
    void exchange(Bundle bundle, Path jar) throws BundleException, TimeoutException, StuckException {
        call("update of ", bundle, () -> {
            try (InputStream in = Files.newInputStream(jar)) {
                bundle.update(in);
            }
            return null;
        });
        refresh(bundle);
    }

    void start(Bundle bundle) throws BundleException, TimeoutException, StuckException {
        call("start of ", bundle, () -> {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
            return null;
        });
    }

    void stop(Bundle bundle) throws BundleException, TimeoutException, StuckException {
        call("stop of ", bundle, () -> {
            bundle.stop();
            return null;
        });
    }

    void uninstall(Bundle bundle) throws BundleException, TimeoutException, StuckException {
        call("uninstall of ", bundle, () -> {
            bundle.uninstall();
            return null;
        });
        refresh(bundle);
    }

    private void call(String what, Bundle bundle, Callable<Void> work)
            throws BundleException, TimeoutException, StuckException {
        new GuestCall(what + bundle, work, () -> uninstallLate(bundle)).within(patience);
    }

    private static void uninstallLate(Bundle bundle) {
        try {
            bundle.uninstall();
            LOG.info("{}, which hung, came to its end and is gone", bundle);
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("{}, which hung, stays until the platform is restarted: {}", bundle, e.getMessage());
        }
    }

    private void refresh(Bundle bundle) {
        notAlone(bundle).ifPresent(others -> {
            throw new IllegalStateException("a refresh of " + bundle + " would restart " + others);
        });
        CountDownLatch done = new CountDownLatch(1);
        wiring().refreshBundles(Set.of(bundle), event -> done.countDown());
        try {
            if (!done.await(REFRESH.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the framework did not refresh " + bundle);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FrameworkWiring wiring() {
        return framework.getBundle().adapt(FrameworkWiring.class);
    }
}
