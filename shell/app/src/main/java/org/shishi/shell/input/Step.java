package org.shishi.shell.input;

/**
 * The first step of a path like {@code rows[0].areaM2}, and what is left of it.
 *
 * @param name without brackets; empty at the end
 */
public record Step(String name, String rest) {

    public static Step of(String path) {
        String from = path.startsWith(".") ? path.substring(1) : path;
        if (from.startsWith("[")) {
            int end = from.indexOf(']');
            return end < 0 ? new Step(from, "") : new Step(from.substring(1, end), from.substring(end + 1));
        }
        int end = 0;
        while (end < from.length() && from.charAt(end) != '.' && from.charAt(end) != '[') {
            end++;
        }
        return new Step(from.substring(0, end), from.substring(end));
    }

    /** The step as a place in a list; -1: it is none. */
    int index() {
        return name.matches("\\d{1,6}") ? Integer.parseInt(name) : -1;
    }
}
