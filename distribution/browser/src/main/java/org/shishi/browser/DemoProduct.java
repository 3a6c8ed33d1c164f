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

    private static ShishiProcess process;

    private final URI baseUrl;

    public DemoProduct() {
        String running = System.getProperty(RUNNING, "");
        baseUrl = running.isEmpty() ? process().baseUrl() : URI.create(running);
    }

    /** Where programmes are dropped. For a product that runs already {@code -Dshishi.browser.home} names its home. */
    public static Path plugins() {
        String home = System.getProperty(HOME, "");
        return home.isEmpty() ? process().plugins() : Path.of(home).resolve("plugins.d");
    }

    /** It offers sign-in with a provider, too. */
    private static synchronized ShishiProcess process() {
        if (process == null) {
            process = ShishiProcess.product()
                    .demo()
                    .environment("SHISHI_OIDC_ISSUER", SignInProvider.issuer())
                    .environment("SHISHI_OIDC_CLIENT_ID", "shishi")
                    .environment("SHISHI_OIDC_NAME", SignInProvider.NAME)
                    .start();
        }
        return process;
    }

    @Override
    public URI baseUrl() {
        return baseUrl;
    }
}
