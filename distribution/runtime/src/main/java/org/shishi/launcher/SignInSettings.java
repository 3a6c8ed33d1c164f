package org.shishi.launcher;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How people sign in, besides name and password. */
final class SignInSettings {

    private static final List<Setting> ALL = List.of(
            Setting.SECOND_FACTOR,
            Setting.OIDC_ISSUER,
            Setting.OIDC_CLIENT_ID,
            Setting.OIDC_CLIENT_SECRET,
            Setting.OIDC_NAME,
            Setting.OIDC_CALLBACK);

    private SignInSettings() {}

    static Map<Setting, String> of(Map<Setting, Value> values) {
        Map<Setting, String> set = new EnumMap<>(Setting.class);
        ALL.stream()
                .filter(setting -> set(values, setting))
                .forEach(setting -> set.put(setting, values.get(setting).text()));
        return set;
    }

    static void check(Map<Setting, Value> values) {
        Value factor = values.get(Setting.SECOND_FACTOR);
        if (!List.of("", "required", "optional").contains(factor.text())) {
            throw factor.refused("is " + factor.text() + ", but may only be required or optional");
        }
        Value issuer = values.get(Setting.OIDC_ISSUER);
        if (!issuer.text().isEmpty() && !web(issuer.text())) {
            throw issuer.refused(
                    "is " + issuer.text() + ", but an issuer is an https address (http only on this machine)");
        }
        Value callback = values.get(Setting.OIDC_CALLBACK);
        if (!callback.text().isEmpty() && !web(callback.text())) {
            throw callback.refused(
                    "is " + callback.text() + ", but it is an https address (http only on this machine)");
        }
        if (!issuer.text().isEmpty() && !set(values, Setting.OIDC_CLIENT_ID)) {
            throw values.get(Setting.OIDC_CLIENT_ID)
                    .refused("is empty, but with an issuer the provider's name for Shishi is needed");
        }
    }

    private static boolean set(Map<Setting, Value> values, Setting setting) {
        return !values.get(setting).text().isEmpty();
    }

    private static boolean web(String text) {
        try {
            URI address = URI.create(text);
            return "https".equals(address.getScheme()) && address.getHost() != null
                    || "http".equals(address.getScheme())
                            && List.of("localhost", "127.0.0.1").contains(address.getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
