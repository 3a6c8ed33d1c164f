package org.shishi.testbed.container;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Says which bundles of a container are not running. */
final class BundleStates {

    private BundleStates() {}

    /** Names and states, separated by commas; empty when every bundle that can be started is active. */
    static String notActive(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> !isRunning(bundle))
                .map(bundle -> bundle + " (" + name(bundle.getState()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static boolean isRunning(Bundle bundle) {
        boolean lazy = "lazy".equals(bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY));
        return bundle.getState() == Bundle.ACTIVE || lazy && bundle.getState() == Bundle.STARTING;
    }

    private static String name(int state) {
        return switch (state) {
            case Bundle.INSTALLED -> "not resolved";
            case Bundle.RESOLVED -> "resolved, not started";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            default -> "uninstalled";
        };
    }
}
