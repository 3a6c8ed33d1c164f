package org.shishi.core.unit;

import org.shishi.api.organisation.CreditCode;

/** Invented unified social credit codes. */
public final class Codes {

    private static final String CHECKS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Codes() {}

    /** The check character is found by trying: the rule is the only one that knows it. */
    public static String valid(int number) {
        String body = "91310999MA1%06d".formatted(number);
        return CHECKS.chars()
                .mapToObj(check -> body + (char) check)
                .filter(code -> !CreditCode.creditCode(code).refused())
                .findFirst()
                .orElseThrow();
    }

    public static String broken(int number) {
        String code = valid(number);
        return code.substring(0, 17) + (code.charAt(17) == '0' ? '1' : '0');
    }
}
