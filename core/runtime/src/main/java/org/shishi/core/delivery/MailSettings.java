package org.shishi.core.delivery;

import java.util.Locale;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * The mail server, as the launcher checked it.
 *
 * @param host empty: e-mail is not set up
 * @param publicUrl where people reach the platform, without a slash at the end; empty: letters carry no links
 */
record MailSettings(
        String host, int port, Security security, String user, String password, String from, String publicUrl) {

    enum Security {
        /** In clear: for a server on this machine. */
        NONE,
        /** Begins in clear and must be raised to TLS; a server that cannot is refused. */
        STARTTLS,
        TLS
    }

    private static final String PATIENCE_MILLIS = "20000";

    static MailSettings of(UnaryOperator<String> property) {
        String security = text(property, "shishi.smtp.security", "starttls");
        return new MailSettings(
                text(property, "shishi.smtp.host", ""),
                Integer.parseInt(text(property, "shishi.smtp.port", "587")),
                Security.valueOf(security.toUpperCase(Locale.ROOT)),
                text(property, "shishi.smtp.user", ""),
                text(property, "shishi.smtp.password", ""),
                text(property, "shishi.smtp.from", ""),
                text(property, "shishi.public.url", "").replaceFirst("/+$", ""));
    }

    private static String text(UnaryOperator<String> property, String key, String otherwise) {
        String value = property.apply(key);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    Properties session() {
        Properties session = new Properties();
        String protocol = protocol();
        session.setProperty("mail.transport.protocol", protocol);
        String prefix = "mail." + protocol + ".";
        session.setProperty(prefix + "host", host);
        session.setProperty(prefix + "port", Integer.toString(port));
        session.setProperty(prefix + "auth", Boolean.toString(!user.isEmpty()));
        session.setProperty(prefix + "connectiontimeout", PATIENCE_MILLIS);
        session.setProperty(prefix + "timeout", PATIENCE_MILLIS);
        session.setProperty(prefix + "writetimeout", PATIENCE_MILLIS);
        session.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (security == Security.STARTTLS) {
            session.setProperty(prefix + "starttls.enable", "true");
            session.setProperty(prefix + "starttls.required", "true");
        }
        return session;
    }

    String protocol() {
        return security == Security.TLS ? "smtps" : "smtp";
    }

    /** The part after the @ of the sender: where message ids belong. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
