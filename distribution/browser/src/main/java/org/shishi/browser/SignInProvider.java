package org.shishi.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/**
 * A provider of OpenID Connect on this machine, with a page on which one types who one is. One for all test classes; the
 * demonstration product is started with its address. Whoever tests against a product that runs already has told that one
 * where the provider will be: {@code -Dshishi.browser.provider=18299}.
 */
public final class SignInProvider {

    /** What the product calls it. */
    public static final String NAME = "示例统一身份平台";

    private static final String PORT = "shishi.browser.provider";
    private static MockOAuth2Server server;

    private SignInProvider() {}

    /** Its issuer; it listens from now on. */
    public static synchronized String issuer() {
        if (server == null) {
            try {
                server = new MockOAuth2Server(OAuth2Config.Companion.fromJson(
                        "{\"interactiveLogin\": true, \"loginPagePath\": \"" + page() + "\"}"));
                server.start(InetAddress.getLoopbackAddress(), port());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return "http://127.0.0.1:" + server.baseUrl().port() + "/shishi";
    }

    /** Our own: that of the library takes its letters from the internet. */
    private static Path page() throws IOException {
        Path page = Files.createTempFile("shishi-sign-in", ".html");
        page.toFile().deleteOnExit();
        try (InputStream in = SignInProvider.class.getResourceAsStream("sign-in.html")) {
            Files.copy(in, page, StandardCopyOption.REPLACE_EXISTING);
        }
        return page;
    }

    private static int port() throws IOException {
        String given = System.getProperty(PORT, "");
        if (!given.isEmpty()) {
            return Integer.parseInt(given);
        }
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
