package org.shishi.core.identity.openid;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The provider, as the launcher found it in file and environment.
 *
 * @param secret null: PKCE alone protects the code
 * @param callback null: as the browser sees it
 */
record ProviderSettings(String issuer, String clientId, String secret, String name, URI callback) {

    private static final String PREFIX = "shishi.oidc.";

    /** Empty when there is none. */
    static Optional<ProviderSettings> of(UnaryOperator<String> property) {
        return text(property, "issuer")
                .map(issuer -> new ProviderSettings(
                        issuer,
                        text(property, "client.id")
                                .orElseThrow(() ->
                                        new IllegalStateException("The property shishi.oidc.client.id is missing.")),
                        text(property, "client.secret").orElse(null),
                        text(property, "name")
                                .orElseGet(() -> URI.create(issuer).getHost()),
                        text(property, "callback").map(URI::create).orElse(null)));
    }

    private static Optional<String> text(UnaryOperator<String> property, String key) {
        return Optional.ofNullable(property.apply(PREFIX + key))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + "]";
    }
}
