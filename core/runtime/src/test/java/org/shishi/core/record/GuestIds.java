package org.shishi.core.record;

/** Valid numbers of region 310999, which does not exist. */
public final class GuestIds {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private GuestIds() {}

    /** Another one for each number from 0 to 999 999. */
    public static String of(int number) {
        String seventeen = "310999" + (1950 + number / 28_000)
                + "%02d%02d%03d".formatted(1 + number / 1000 % 12, 1 + number / 12_000 % 28, number % 1000);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += WEIGHTS[i] * (seventeen.charAt(i) - '0');
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
