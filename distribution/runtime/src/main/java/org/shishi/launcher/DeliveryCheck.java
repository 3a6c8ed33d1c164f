package org.shishi.launcher;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** E-mail and text messages: whether what is set has the right form. Whether the server answers, the first letter tells. */
final class DeliveryCheck {

    static final Set<Setting> SETTINGS = EnumSet.of(
            Setting.PUBLIC_URL,
            Setting.SMTP_HOST,
            Setting.SMTP_PORT,
            Setting.SMTP_SECURITY,
            Setting.SMTP_USER,
            Setting.SMTP_PASSWORD,
            Setting.SMTP_FROM,
            Setting.SMS_FOLDER,
            Setting.SMS_URL,
            Setting.SMS_TOKEN);

    private static final List<String> SECURITY = List.of("starttls", "tls", "none");
    private static final Pattern SENDER = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private DeliveryCheck() {}

    static void check(Map<Setting, Value> values) {
        web(values.get(Setting.PUBLIC_URL));
        web(values.get(Setting.SMS_URL));
        folder(values.get(Setting.SMS_FOLDER));
        values.get(Setting.SMTP_PORT).port();
        Value security = values.get(Setting.SMTP_SECURITY);
        if (!SECURITY.contains(security.text())) {
            throw security.refused("is " + security.text() + ", but must be starttls, tls or none");
        }
        Value from = values.get(Setting.SMTP_FROM);
        boolean mail = !values.get(Setting.SMTP_HOST).text().isEmpty();
        if (mail && !SENDER.matcher(from.text()).matches()) {
            throw from.refused("is " + (from.text().isEmpty() ? "empty" : from.text())
                    + ", but letters need the address of a sender (shishi@example.org)");
        }
        Value password = values.get(Setting.SMTP_PASSWORD);
        if (!password.text().isEmpty() && values.get(Setting.SMTP_USER).text().isEmpty()) {
            throw values.get(Setting.SMTP_USER).refused("is empty, but a password for the mail server is set");
        }
    }

    private static void web(Value value) {
        if (value.text().isEmpty()) {
            return;
        }
        try {
            URI uri = URI.create(value.text());
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw value.refused("is " + value.text() + ", but must be an address like https://shishi.example.org");
    }

    private static void folder(Value value) {
        try {
            if (value.text().isEmpty() || Path.of(value.text()).isAbsolute()) {
                return;
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw value.refused("is " + value.text() + ", but must be the whole path of a folder");
    }
}
