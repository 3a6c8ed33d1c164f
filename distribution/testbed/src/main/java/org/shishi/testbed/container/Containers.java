package org.shishi.testbed.container;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The containers of one test run, one for each set of bundles, started when first asked for. */
final class Containers implements AutoCloseable {

    private final WatchedLog log = WatchedLog.begin();
    private final Map<Class<? extends BundleSet>, RunningContainer> running = new LinkedHashMap<>();
    private final Map<Class<? extends BundleSet>, Exception> broken = new LinkedHashMap<>();

    RunningContainer running(Class<? extends BundleSet> set) throws Exception {
        Exception earlier = broken.get(set);
        if (earlier != null) {
            // One clear failure, not one more attempt for each class.
            throw new IllegalStateException(set.getSimpleName() + " did not start: " + earlier.getMessage(), earlier);
        }
        RunningContainer container = running.get(set);
        if (container == null) {
            try {
                container = RunningContainer.start(create(set));
            } catch (Exception e) {
                broken.put(set, e);
                throw e;
            }
            running.put(set, container);
        }
        return container;
    }

    private static BundleSet create(Class<? extends BundleSet> set) throws Exception {
        try {
            return set.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        IOException failure = new IOException("containers did not come to a clean end");
        for (RunningContainer container : running.values()) {
            try {
                container.close();
            } catch (IOException | RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
        try {
            log.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }
}
