package org.shishi.core.identity;

import org.osgi.framework.BundleContext;

/** What this installation asks for ({@code shishi.second.factor}). */
final class FactorPolicy {

    private static final String KEY = "shishi.second.factor";

    private FactorPolicy() {}

    /** Required, unless the configuration says {@code optional}; in a demonstration the other way round. */
    static boolean required(BundleContext context) {
        String set = context.getProperty(KEY);
        boolean demo = Boolean.parseBoolean(context.getProperty("shishi.demo"));
        return set == null || set.isBlank() ? !demo : set.strip().equals("required");
    }
}
