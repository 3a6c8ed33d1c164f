package org.shishi.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Constants;

/** The properties of the framework: what the platform's bundles read, and what Felix and its HTTP service go by. */
final class FrameworkSettings {

    /** Programmes stop after the door has closed and before what they are made of. */
    static final int PROGRAMMES_LEVEL = 45;

    /**
     * slf4j and the log service live on the class path, so that whoever logs ends up in the same file. slf4j 2 is also
     * what those get who ask for 1.7 (HikariCP, H2): for callers the two are the same.
     */
    private static final List<String> SYSTEM_PACKAGES = List.of(
            slf4j("org.slf4j"),
            slf4j("org.slf4j.event"),
            slf4j("org.slf4j.helpers"),
            slf4j("org.slf4j.spi"),
            "org.osgi.service.log;version=1.5.0");

    private static final String BARE = String.join(
            "##",
            "Content-Security-Policy=default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options=nosniff",
            "X-Frame-Options=DENY",
            "Referrer-Policy=same-origin");

    private FrameworkSettings() {}

    static Map<String, String> of(Configuration configuration, boolean demo, int highestLevel) {
        Map<String, String> all = new HashMap<>();
        platform(all, configuration, demo);
        framework(all, configuration.home(), highestLevel);
        http(all, configuration);
        return all;
    }

    private static void platform(Map<String, String> all, Configuration configuration, boolean demo) {
        all.put("shishi.home", configuration.home().root().toString());
        all.put("shishi.demo", Boolean.toString(demo));
        all.put(Setting.HTTP_HOST.key(), configuration.host());
        all.put(Setting.HTTP_PORT.key(), Integer.toString(configuration.port()));
        all.put(Setting.DB_URL.key(), configuration.database().url());
        all.put(Setting.DB_USER.key(), configuration.database().user());
        all.put(Setting.DB_PASSWORD.key(), configuration.database().password());
        all.put(Setting.DEMO_PASSWORD.key(), configuration.demoPassword());
        all.put(Setting.NODE.key(), configuration.node());
        all.put(Setting.REST_RATE.key(), configuration.restRate());
        all.put(Setting.HTTP_PROXIES.key(), configuration.proxies());
        configuration.signIn().forEach((setting, text) -> all.put(setting.key(), text));
        configuration.delivery().forEach((setting, text) -> all.put(setting.key(), text));
    }

    private static void framework(Map<String, String> all, Home home, int highestLevel) {
        all.put(Constants.FRAMEWORK_STORAGE, home.cache().resolve("bundles").toString());
        // Installing anew takes no longer than reading the cache, and a cache can't be stale then.
        all.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        all.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(highestLevel));
        // Flight Recorder, once it is on, puts references to its inside into every event class, also into ours.
        all.put(Constants.FRAMEWORK_BOOTDELEGATION, "jdk.jfr.internal,jdk.jfr.internal.*");
        // A version that hangs must not keep the same version, mended, from being installed.
        all.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
        all.put("felix.startlevel.bundle", Integer.toString(PROGRAMMES_LEVEL));
        all.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, String.join(",", SYSTEM_PACKAGES));
        // While a flight recording runs, the JVM makes event classes of bundles (JDBI's) use this package.
        all.put(Constants.FRAMEWORK_BOOTDELEGATION, "jdk.jfr.internal.event");
    }

    private static void http(Map<String, String> all, Configuration configuration) {
        all.put("org.apache.felix.http.host", configuration.host());
        all.put("org.osgi.service.http.port", Integer.toString(configuration.port()));
        all.put("org.apache.felix.jakarta.websocket.enable", "true");
        all.put("org.apache.felix.jetty.gziphandler.enable", "true");
        all.put("org.apache.felix.http.session.timeout", "30");
        all.put("org.apache.felix.http.jetty.headerBufferSize", "16384");
        all.put("org.apache.felix.http.jetty.maxFormSize", "1048576");
        // Who believes which proxy is decided by the shell's HttpDoor.
        all.put("org.apache.felix.proxy.load.balancer.connection.enable", "true");
        // Requests that are none are answered before any filter of ours.
        all.put("org.apache.felix.http.jetty.errorPageCustomHeaders", BARE);
        // A session id in an address ends up in histories and logs: cookies only.
        all.put("org.eclipse.jetty.servlet.SessionIdPathParameterName", "none");
    }

    private static String slf4j(String name) {
        return name + ";version=2.0.17," + name + ";version=1.7.36";
    }
}
