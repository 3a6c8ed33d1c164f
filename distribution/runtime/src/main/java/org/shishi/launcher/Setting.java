package org.shishi.launcher;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything an operator can set besides the home folder. One name: a key in the file, a variable outside of it. */
enum Setting {
    HTTP_HOST("shishi.http.host"),
    HTTP_PORT("shishi.http.port"),
    HTTP_PROXIES("shishi.http.proxies"),
    DB_URL("shishi.db.url"),
    DB_USER("shishi.db.user"),
    DB_PASSWORD("shishi.db.password"),
    PUBLIC_URL("shishi.public.url"),
    SMTP_HOST("shishi.smtp.host"),
    SMTP_PORT("shishi.smtp.port"),
    SMTP_SECURITY("shishi.smtp.security"),
    SMTP_USER("shishi.smtp.user"),
    SMTP_PASSWORD("shishi.smtp.password"),
    SMTP_FROM("shishi.smtp.from"),
    SMS_FOLDER("shishi.sms.folder"),
    SMS_URL("shishi.sms.url"),
    SMS_TOKEN("shishi.sms.token"),
    REMINDER_BEFORE("shishi.reminder.before"),
    REMINDER_AFTER("shishi.reminder.after"),
    QUIET_HOURS("shishi.quiet.hours"),
    DIGEST_AT("shishi.digest.at"),
    RETRY_MINUTES("shishi.retry.minutes"),
    DEMO_PASSWORD("shishi.demo.password"),
    NODE("shishi.node"),
    REST_RATE("shishi.rest.rate"),
    SECOND_FACTOR("shishi.second.factor"),
    OIDC_ISSUER("shishi.oidc.issuer"),
    OIDC_CLIENT_ID("shishi.oidc.client.id"),
    OIDC_CLIENT_SECRET("shishi.oidc.client.secret"),
    OIDC_NAME("shishi.oidc.name"),
    OIDC_CALLBACK("shishi.oidc.callback");

    private final String key;

    Setting(String key) {
        this.key = key;
    }

    /** In the file, and as a property of the framework. */
    String key() {
        return key;
    }

    /** In the environment. */
    String variable() {
        return key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }

    static String allKeys() {
        return Arrays.stream(values()).map(Setting::key).collect(Collectors.joining(", "));
    }
}
