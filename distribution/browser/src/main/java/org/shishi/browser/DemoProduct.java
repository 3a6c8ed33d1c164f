package org.shishi.browser;

import java.net.URI;
import java.nio.file.Path;
import org.shishi.testbed.process.ShishiProcess;

/**
 * The assembled product with demonstration data, in a process of its own that all test classes share; or, while
 * writing tests, one that runs already: {@code -Dshishi.browser.url=http://localhost:8080}.
 */
public final class DemoProduct implements Site {

    private static final String RUNNING = "shishi.browser.url";
    private static final String HOME = "shishi.browser.home";

    private final URI baseUrl;

    public DemoProduct() {
        String running = System.getProperty(RUNNING, "");
        baseUrl = running.isEmpty() ? ShishiProcess.sharedDemo().baseUrl() : URI.create(running);
    }

    /** Where programmes are dropped. For a product that runs already {@code -Dshishi.browser.home} names its home. */
    public static Path plugins() {
        String home = System.getProperty(HOME, "");
        return home.isEmpty()
                ? ShishiProcess.sharedDemo().plugins()
                : Path.of(home).resolve("plugins.d");
    }

    @Override
    public URI baseUrl() {
        return baseUrl;
    }
}
