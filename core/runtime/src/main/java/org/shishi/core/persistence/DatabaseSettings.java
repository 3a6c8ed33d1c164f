package org.shishi.core.persistence;

import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Where the data is kept, as the launcher found it in file and environment. */
record DatabaseSettings(String url, String user, String password) {

    private static final Pattern H2_FILE = Pattern.compile("^jdbc:h2:(file:)?(?=[/.~]|[A-Za-z]:)");
    private static final Pattern SECRET = Pattern.compile("(?i)(password=)[^&;]*");

    static DatabaseSettings of(UnaryOperator<String> property) {
        return new DatabaseSettings(
                required(property, "shishi.db.url"),
                orEmpty(property.apply("shishi.db.user")),
                orEmpty(property.apply("shishi.db.password")));
    }

    boolean postgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** For messages and the log. */
    String urlWithoutSecrets() {
        return SECRET.matcher(url).replaceAll("$1...");
    }

    /**
     * A thread that is interrupted while it reads H2's file closes that file for everybody, and the database is gone until
     * the next start. Schedulers, web servers and pools do interrupt threads; {@code retry:} opens the file again.
     *
     * <p>And H2 (2.4.240 and 2.5.252 alike) answers wrongly when it takes a prepared query with {@code in} over an index
     * out of its cache after a {@code limit} had ended the last run early: it goes on where it stopped, and rows come
     * twice. Without the cache every query begins at its beginning.
     */
    String driverUrl() {
        String reopened = H2_FILE.matcher(url).replaceFirst("jdbc:h2:retry:nio:");
        return postgres() ? reopened : reopened + ";QUERY_CACHE_SIZE=0";
    }

    Properties driverProperties() {
        Properties properties = new Properties();
        properties.setProperty("url", driverUrl());
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        if (postgres()) {
            // One statement with many rows instead of many statements: half the time for imports.
            properties.setProperty("reWriteBatchedInserts", "true");
            properties.setProperty("ApplicationName", "shishi");
        }
        return properties;
    }

    @Override
    public String toString() {
        return urlWithoutSecrets();
    }

    private static String required(UnaryOperator<String> property, String key) {
        String value = property.apply(key);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("The property " + key + " is missing: the launcher sets it.");
        }
        return value;
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
