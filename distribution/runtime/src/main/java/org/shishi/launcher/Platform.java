package org.shishi.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.framework.util.FelixConstants;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running framework with the platform's bundles in it. */
final class Platform {

    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    /** What stops in order has mostly stopped by then. */
    private static final Duration SOON = Duration.ofSeconds(5);
    /** Longer than runs of jobs are waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final Framework framework;

    private Platform(Framework framework) {
        this.framework = framework;
    }

    /** The framework without any bundle, so that services of the launcher are there before anybody asks for them. */
    static Platform init(Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(FelixConstants.LOG_LOGGER_PROP, new FrameworkLog());
        Framework framework = new FrameworkFactory().newFramework(all);
        try {
            framework.init();
        } catch (BundleException e) {
            throw new IllegalStateException("The framework does not start", e);
        }
        return new Platform(framework);
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Installs and starts every bundle; returns when all of them are active. */
    void start(SortedMap<Integer, List<Path>> bundlesByLevel) {
        try {
            List<Bundle> installed = new ArrayList<>();
            for (Map.Entry<Integer, List<Path>> level : bundlesByLevel.entrySet()) {
                for (Path jar : level.getValue()) {
                    installed.add(install(jar, level.getKey()));
                }
            }
            for (Bundle bundle : installed) {
                if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                    bundle.start(Bundle.START_ACTIVATION_POLICY);
                }
            }
            framework.start();
            for (Bundle bundle : installed) {
                requireActive(bundle);
            }
        } catch (BundleException e) {
            throw new IllegalStateException("The framework does not start", e);
        }
    }

    private Bundle install(Path jar, int level) throws BundleException {
        try (InputStream content = Files.newInputStream(jar)) {
            // Libraries take the location for the URL of the jar and open it (EclipseLink does).
            Bundle bundle = context().installBundle(jar.toUri().toString(), content);
            bundle.adapt(BundleStartLevel.class).setStartLevel(level);
            return bundle;
        } catch (IOException e) {
            throw new BundleException(jar.toString(), e);
        }
    }

    /** The platform is whole or it is not there: half of it would only fail later and less clearly. */
    private static void requireActive(Bundle bundle) {
        if (bundle.getState() == Bundle.ACTIVE || bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null) {
            return;
        }
        String why = "it is not active";
        try {
            bundle.start();
        } catch (BundleException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            why = String.valueOf(root.getMessage()).replaceAll("\\s+", " ");
        }
        throw new Refusal("The platform's bundle " + bundle.getSymbolicName() + " does not start: " + why);
    }

    /** Completed when somebody has stopped the framework. */
    CompletableFuture<Void> ended() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread.ofVirtual().name("shishi-end").start(() -> {
            try {
                framework.waitForStop(0);
                end.complete(null);
            } catch (InterruptedException e) {
                end.completeExceptionally(e);
            }
        });
        return end;
    }

    private boolean ended(Duration longest) throws InterruptedException {
        return framework.waitForStop(longest.toMillis()).getType() != FrameworkEvent.WAIT_TIMEDOUT;
    }

    /** When a platform stops, nothing of it is meant to be just starting: that bundle hangs. */
    private boolean startsStill() {
        return Arrays.stream(context().getBundles())
                .anyMatch(bundle ->
                        bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID && bundle.getState() == Bundle.STARTING);
    }

    /**
     * A guest that hangs in its own code holds the framework up for ever: the others are stopped past it, above all the
     * core, which closes the database.
     */
    private void stopAround() {
        List<Bundle> bundles = Arrays.stream(context().getBundles())
                .filter(bundle -> bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID)
                .sorted(Comparator.comparingInt(Platform::level)
                        .thenComparing(Bundle::getBundleId)
                        .reversed())
                .toList();
        LOG.error(
                "Left behind, for they hang: {}",
                bundles.stream()
                        .filter(Platform::underWay)
                        .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
                        .toList());
        for (Bundle bundle : bundles) {
            if (bundle.getState() == Bundle.ACTIVE) {
                try {
                    bundle.stop(Bundle.STOP_TRANSIENT);
                } catch (BundleException e) {
                    LOG.warn("{} does not stop: {}", bundle.getSymbolicName(), e.getMessage());
                }
            }
        }
    }

    private static int level(Bundle bundle) {
        return bundle.adapt(BundleStartLevel.class).getStartLevel();
    }

    private static boolean underWay(Bundle bundle) {
        return bundle.getState() == Bundle.STARTING || bundle.getState() == Bundle.STOPPING;
    }

    /** Stops the bundles in the reverse order of their levels. False if that takes longer than allowed. */
    boolean stop(Duration allowed) {
        try {
            framework.stop();
            if (ended(SOON) || !startsStill() && ended(PATIENCE)) {
                return true;
            }
            Thread around =
                    Thread.ofPlatform().daemon().name("shishi-stop-around").start(this::stopAround);
            around.join(allowed);
            return false;
        } catch (BundleException e) {
            LOG.error("The framework does not stop", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
