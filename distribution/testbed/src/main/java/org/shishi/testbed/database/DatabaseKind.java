package org.shishi.testbed.database;

/** The databases that the product runs on. */
public enum DatabaseKind {
    H2("H2"),
    POSTGRESQL("PostgreSQL");

    private final String title;

    DatabaseKind(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
