package org.shishi.core.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;

/** Numbers. {@code 3.0} is an integer, {@code "3"} is no number; decimals keep their scale. */
record NumberShape(String type, long min, boolean unchecked, InputFault fault, Function<BigDecimal, Object> exact)
        implements Shape {

    /** Beyond this no number of this world is meant; 1E+999999999 would bring a server to its knees. */
    private static final int MOST_DIGITS = 40;

    static NumberShape ofInt(Checks checks) {
        return new NumberShape("int", checks.min(), checks.unchecked(), InputFault.NOT_INT, BigDecimal::intValueExact);
    }

    static NumberShape ofLong(Checks checks) {
        return new NumberShape("int", checks.min(), checks.unchecked(), InputFault.NOT_INT, BigDecimal::longValueExact);
    }

    static NumberShape ofDecimal(Checks checks) {
        return new NumberShape("decimal", checks.min(), checks.unchecked(), InputFault.NOT_DECIMAL, value -> value);
    }

    @Override
    public Object read(Object plain, Place place) {
        BigDecimal number = number(plain);
        if (number == null) {
            return place.fault(fault);
        }
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            return place.fault(InputFault.TOO_LARGE);
        }
        if (!unchecked && number.compareTo(BigDecimal.valueOf(min)) < 0) {
            return place.fault(InputFault.TOO_SMALL, min);
        }
        try {
            return exact.apply(number);
        } catch (ArithmeticException e) {
            boolean whole = number.stripTrailingZeros().scale() <= 0;
            return place.fault(whole ? InputFault.TOO_LARGE : fault);
        }
    }

    @Override
    public Object readEmpty(Place place) {
        return unchecked ? null : place.fault(InputFault.MISSING);
    }

    private static BigDecimal number(Object plain) {
        return switch (plain) {
            case BigDecimal decimal -> decimal;
            case BigInteger integer -> new BigDecimal(integer);
            case Double d -> Double.isFinite(d) ? BigDecimal.valueOf(d) : null;
            case Float f -> Float.isFinite(f) ? new BigDecimal(f.toString()) : null;
            case Number integer -> BigDecimal.valueOf(integer.longValue());
            default -> null;
        };
    }
}
