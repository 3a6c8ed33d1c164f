package org.shishi.core.persistence;

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
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        String line = said.lines().findFirst().orElse(said).strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
