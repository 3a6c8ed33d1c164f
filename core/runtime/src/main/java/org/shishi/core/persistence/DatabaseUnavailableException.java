package org.shishi.core.persistence;

import org.shishi.core.text.Reasons;

/** The database does not answer, said so that an operator knows what to do. */
public final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(DatabaseSettings settings, Throwable cause) {
        super(
                "The database " + settings.urlWithoutSecrets() + " cannot be used: " + reason(cause)
                        + " Check shishi.db.url, shishi.db.user and shishi.db.password, and that the database runs.",
                cause);
    }

    private static String reason(Throwable cause) {
        String line = Reasons.firstLine(cause);
        return line.endsWith(".") ? line : line + ".";
    }
}
