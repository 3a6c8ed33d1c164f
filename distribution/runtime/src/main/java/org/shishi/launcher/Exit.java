package org.shishi.launcher;

/** The exit code of this process: there is one per process, and the shutdown hook must know it. */
final class Exit {

    /** Stays so if a signal ends the process: being told to stop is no failure. */
    private static volatile int code;

    private Exit() {}

    static int code() {
        return code;
    }

    static void with(int code) {
        Exit.code = code;
        System.exit(code);
    }
}
