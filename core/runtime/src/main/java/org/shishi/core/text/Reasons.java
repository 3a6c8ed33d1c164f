package org.shishi.core.text;

/** What is told of a fault in one line; the rest stands in the log. */
public final class Reasons {

    private Reasons() {}

    /** What the innermost cause says: those around it mostly say that something went wrong. */
    public static String firstLine(Throwable fault) {
        String said = innermost(fault).getMessage();
        return said == null || said.isBlank()
                ? innermost(fault).getClass().getSimpleName()
                : said.strip().lines().findFirst().orElseThrow();
    }

    private static Throwable innermost(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
