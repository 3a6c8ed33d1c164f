package org.shishi.shell.layout;

/** How numbers on badges are shown: the services count no further than 1 000. */
public final class Counts {

    private static final int CAP = 1000;

    private Counts() {}

    public static String shown(int count) {
        return count >= CAP ? "999+" : Integer.toString(count);
    }
}
