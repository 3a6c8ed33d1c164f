package org.shishi.launcher;

import java.util.regex.Pattern;

/** Where the data is kept. Only the form is checked here; whether it answers is found out by those who use it. */
record Database(String url, String user, String password) {

    private static final Pattern H2 = Pattern.compile("jdbc:h2:(file:|mem:|tcp:|ssl:|[./~]).+");
    private static final Pattern POSTGRESQL = Pattern.compile("jdbc:postgresql:(//[^/?]*/)?[^/?]+(\\?.*)?");
    private static final Pattern SECRET = Pattern.compile("(?i)(password=)[^&;]*");

    static Database of(Home home, Value url, Value user, Value password) {
        if (url.text().isEmpty()) {
            if (home.data().toString().contains(";")) {
                throw url.refused("is empty, and the embedded database cannot lie in " + home.data()
                        + " because of the semicolon; the environment variable " + Home.VARIABLE
                        + " names another folder");
            }
            // The pool closes the database when the platform stops; H2's own shutdown hook would come before that.
            String file = "jdbc:h2:file:" + home.data().resolve("shishi") + ";DB_CLOSE_ON_EXIT=FALSE";
            return new Database(file, user.text().isEmpty() ? "sa" : user.text(), password.text());
        }
        if (H2.matcher(url.text()).matches()) {
            return new Database(url.text(), user.text().isEmpty() ? "sa" : user.text(), password.text());
        }
        if (!POSTGRESQL.matcher(url.text()).matches()) {
            throw url.refused("is " + SECRET.matcher(url.text()).replaceAll("$1...")
                    + ", but the database must be PostgreSQL (jdbc:postgresql://host:5432/name)"
                    + " or H2 (jdbc:h2:file:/folder/name)");
        }
        if (user.text().isEmpty() && !url.text().contains("user=")) {
            throw user.refused("is empty, but PostgreSQL needs a user");
        }
        return new Database(url.text(), user.text(), password.text());
    }
}
