package org.shishi.launcher;

import java.nio.file.Path;

/** What is set, where it was set, and the file where it could be set. */
record Value(Setting setting, String text, boolean fromEnvironment, Path file) {

    /** A refusal names the key and the file, and the variable if that is where the wrong value came from. */
    Refusal refused(String why) {
        return new Refusal(place() + " " + why + ".");
    }

    int port() {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers out of range.
        }
        throw refused("is " + text + ", but a port is a number from 1 to 65535");
    }

    /** The same for a value that must not be shown. */
    private String place() {
        return fromEnvironment
                ? "The environment variable " + setting.variable() + " (key " + setting.key() + " in " + file + ")"
                : "The key " + setting.key() + " in " + file;
    }
}
