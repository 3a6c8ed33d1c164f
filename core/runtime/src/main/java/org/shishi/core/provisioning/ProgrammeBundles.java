package org.shishi.core.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/** The framework's side: one bundle per programme and year, found by its location. Touches no other bundle, ever. */
final class ProgrammeBundles {

    /** A protocol that every JDK knows: libraries take the location for a URL. */
    private static final String LOCATION = "file:programme/";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BundleContext framework;

    ProgrammeBundles(BundleContext context) {
        this.framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
    }

    Optional<Bundle> of(String edition) {
        return Optional.ofNullable(framework.getBundle(LOCATION + edition));
    }

    /** Programme and year of every programme bundle that the framework still knows. */
    List<String> editions() {
        return Arrays.stream(framework.getBundles())
                .map(Bundle::getLocation)
                .filter(location -> location.startsWith(LOCATION))
                .map(location -> location.substring(LOCATION.length()))
                .toList();
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
            return framework.installBundle(LOCATION + edition, in);
        }
    }

    /** Puts other content into the bundle, which must be stopped. */
    void exchange(Bundle bundle, Path jar) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            bundle.update(in);
        }
        refresh(bundle);
    }

    /**
     * Starts the bundle on a thread of its own: one whose start never ends is left behind and told.
     *
     * @throws TimeoutException when it does not come back
     */
    void start(Bundle bundle) throws BundleException, TimeoutException {
        within(() -> bundle.start(Bundle.START_ACTIVATION_POLICY), "start of " + bundle);
    }

    void stop(Bundle bundle) throws BundleException, TimeoutException {
        within(bundle::stop, "stop of " + bundle);
    }

    void uninstall(Bundle bundle) throws BundleException, TimeoutException {
        within(bundle::uninstall, "uninstall of " + bundle);
        refresh(bundle);
    }

    private void refresh(Bundle bundle) {
        notAlone(bundle).ifPresent(others -> {
            throw new IllegalStateException("a refresh of " + bundle + " would restart " + others);
        });
        CountDownLatch done = new CountDownLatch(1);
        wiring().refreshBundles(Set.of(bundle), event -> done.countDown());
        try {
            if (!done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the framework did not refresh " + bundle);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FrameworkWiring wiring() {
        return framework.getBundle().adapt(FrameworkWiring.class);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws BundleException;
    }

    private static void within(Work work, String name) throws BundleException, TimeoutException {
        FutureTask<Void> task = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        Thread thread = Thread.ofPlatform().name("shishi-" + name).daemon().start(task);
        try {
            task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BundleException fault) {
                throw fault;
            }
            throw new IllegalStateException(name, e.getCause());
        } catch (TimeoutException e) {
            thread.interrupt();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException(name);
        }
    }
}
