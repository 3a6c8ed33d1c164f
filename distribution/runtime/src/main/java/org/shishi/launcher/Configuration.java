package org.shishi.launcher;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The checked configuration of one start: environment over file over default. */
final class Configuration {

    private static final Pattern NODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Home home;
    private final Map<Setting, Value> values;
    private final int port;
    private final Database database;

    private Configuration(Home home, Map<Setting, Value> values) {
        this.home = home;
        this.values = values;
        this.port = values.get(Setting.HTTP_PORT).port();
        Count.check(values.get(Setting.REST_RATE), 1, 1_000_000);
        Proxies.check(values.get(Setting.HTTP_PROXIES));
        this.database = Database.of(
                home, values.get(Setting.DB_URL), values.get(Setting.DB_USER), values.get(Setting.DB_PASSWORD));
        checkNode(values.get(Setting.NODE));
        SignInSettings.check(values);
        DeliveryCheck.check(values);
        ReminderCheck.check(values);
    }

    static Configuration read(Home home, Map<String, String> environment) {
        Map<Setting, String> file = SettingsFile.read(home.settings());
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String set = environment.getOrDefault(setting.variable(), "").strip();
            String text = set.isEmpty() ? file.getOrDefault(setting, otherwise(setting)) : set;
            values.put(setting, new Value(setting, text, !set.isEmpty(), home.settings()));
        }
        return new Configuration(home, values);
    }

    Home home() {
        return home;
    }

    String host() {
        return text(Setting.HTTP_HOST);
    }

    int port() {
        return port;
    }

    Database database() {
        return database;
    }

    String demoPassword() {
        return text(Setting.DEMO_PASSWORD);
    }

    /** Channels for letters, the address that stands in them, and when reminders and letters go out. */
    Map<Setting, String> delivery() {
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        DeliveryCheck.SETTINGS.forEach(setting -> all.put(setting, text(setting)));
        all.putAll(ReminderCheck.of(values));
        return all;
    }

    String node() {
        return text(Setting.NODE);
    }

    /** Addresses of those who may say for whom they ask. */
    String proxies() {
        return text(Setting.HTTP_PROXIES);
    }

    /** Requests a second that one account may send to REST. */
    String restRate() {
        return text(Setting.REST_RATE);
    }

    /** How this machine reaches the platform; an address that means "all of mine" cannot be called. */
    Address address() {
        boolean all = host().equals("0.0.0.0") || host().equals("::") || host().equals("[::]");
        return new Address(all ? "127.0.0.1" : host(), port);
    }

    /** What goes to the core as it is; empty values are left out. */
    Map<Setting, String> signIn() {
        return SignInSettings.of(values);
    }

    /** A refusal because of a value that has the right form and still does not work. */
    Refusal refused(Setting setting, String why) {
        return values.get(setting).refused(why);
    }

    private String text(Setting setting) {
        return values.get(setting).text();
    }

    private static String otherwise(Setting setting) {
        return switch (setting) {
            case HTTP_HOST -> "127.0.0.1";
            case HTTP_PORT -> "8080";
            case HTTP_PROXIES -> "127.0.0.1, ::1";
            case DB_URL,
                    DB_USER,
                    DB_PASSWORD,
                    SECOND_FACTOR,
                    OIDC_ISSUER,
                    OIDC_CLIENT_ID,
                    OIDC_CLIENT_SECRET,
                    OIDC_NAME,
                    OIDC_CALLBACK -> "";
            case PUBLIC_URL, SMTP_HOST, SMTP_USER, SMTP_PASSWORD, SMTP_FROM, SMS_FOLDER, SMS_URL, SMS_TOKEN -> "";
            case SMTP_PORT -> "587";
            case SMTP_SECURITY -> "starttls";
            case DEMO_PASSWORD -> "shishi-demo";
            case NODE -> hostName();
            case REST_RATE -> "500";
            case REMINDER_BEFORE, REMINDER_AFTER, QUIET_HOURS, DIGEST_AT, RETRY_MINUTES ->
                ReminderCheck.otherwise(setting);
        };
    }

    private static void checkNode(Value value) {
        if (!NODE.matcher(value.text()).matches()) {
            throw value.refused("is " + value.text() + ", but the name of a node has 1 to 64 letters, digits, dots,"
                    + " hyphens or underscores and begins with a letter or digit");
        }
    }

    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return NODE.matcher(name).matches() ? name : "node";
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
