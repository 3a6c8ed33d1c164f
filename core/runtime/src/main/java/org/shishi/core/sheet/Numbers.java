package org.shishi.core.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;

/** Numbers as sheets store them. */
final class Numbers {

    /** Excel computes with fifteen digits; what is stored beyond them is noise. */
    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final int PLAIN_DIGITS = 15;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate MAC_DAY_ZERO = LocalDate.of(1904, 1, 1);
    private static final double LAST_DAY = 2_958_465;

    private Numbers() {}

    /** Plain digits without exponent: 1.39E10 is 13900000000. What is no number stays as it is. */
    static String plain(String stored) {
        if (digits(stored)) {
            return stored;
        }
        try {
            double value = Double.parseDouble(stored);
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                return stored;
            }
            BigDecimal number = new BigDecimal(value).round(EXCEL);
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return stored;
        }
    }

    private static boolean digits(String stored) {
        if (stored.isEmpty() || stored.length() > PLAIN_DIGITS) {
            return false;
        }
        for (int i = 0; i < stored.length(); i++) {
            if (stored.charAt(i) < '0' || stored.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The day of a serial number in ISO form; null: it is none. */
    static String day(String stored, boolean from1904) {
        try {
            double serial = Double.parseDouble(stored);
            if (serial < 0 || serial > LAST_DAY) {
                return null;
            }
            return (from1904 ? MAC_DAY_ZERO : DAY_ZERO).plusDays((long) serial).toString();
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
