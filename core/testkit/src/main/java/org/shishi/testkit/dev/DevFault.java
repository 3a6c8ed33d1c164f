package org.shishi.testkit.dev;

/** What an author has to mend, in words. */
final class DevFault extends Exception {

    private static final long serialVersionUID = 1L;

    DevFault(String message) {
        super(message, null, false, false);
    }
}
