package org.shishi.core.edition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.quartz.CronExpression;
import org.snakeyaml.engine.v2.nodes.Node;

/** The types that an edition's parameter may have, and the Java value of each. */
enum ParameterType {
    TEXT,
    CRON,
    INT,
    FEN,
    PERCENT,
    DECIMAL,
    BOOL,
    DATE,
    LIST,
    MAP;

    /** No number of this world is longer; 1E+999999999 would bring a server to its knees. */
    private static final int MOST_DIGITS = 40;

    /** null when there is no such type. */
    static ParameterType of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    static String words() {
        return Arrays.stream(values()).map(ParameterType::word).collect(Collectors.joining(", "));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param least smallest number allowed: mostly zero, for numbers of an edition count, measure and pay
     * @throws IllegalArgumentException whose message says what is wrong with the value
     */
    Object value(Node node, BigDecimal least) {
        return switch (this) {
            case TEXT, CRON -> YamlValue.text(node);
            case INT -> number(node, least).intValueExact();
            case FEN -> number(node, least).longValueExact();
            case PERCENT, DECIMAL -> number(node, least);
            case BOOL -> bool(YamlValue.text(node));
            case DATE -> YamlValue.date(YamlValue.text(node));
            case LIST -> YamlValue.list(node);
            case MAP -> YamlValue.map(node);
        };
    }

    /**
     * The same of a value that did not come out of the file.
     *
     * @param given not null: text, number, boolean, date (also as text), list, map
     * @param least smallest number allowed; null: any
     * @throws ParameterFault.Unfit when it is no value of this type
     */
    Object plain(Object given, BigDecimal least) {
        return switch (this) {
            case TEXT -> text(given);
            case CRON -> cron(text(given));
            case INT -> whole(given, least).intValueExact();
            case FEN -> whole(given, least).longValueExact();
            case PERCENT, DECIMAL -> number(given, least, ParameterFault.NOT_DECIMAL);
            case BOOL -> given instanceof Boolean truth ? truth : unfit(ParameterFault.NOT_BOOL);
            case DATE -> day(given);
            case LIST -> given instanceof List<?> list ? PlainJson.list(list) : unfit(ParameterFault.NOT_LIST);
            case MAP -> given instanceof Map<?, ?> map ? PlainJson.map(map) : unfit(ParameterFault.NOT_MAP);
        };
    }

    private static Object unfit(ParameterFault fault) {
        throw fault.unfit();
    }

    private static String text(Object given) {
        if (given instanceof String text) {
            return text;
        }
        throw ParameterFault.NOT_TEXT.unfit();
    }

    private static String cron(String text) {
        if (CronExpression.isValidExpression(text)) {
            return text;
        }
        throw ParameterFault.NOT_CRON.unfit();
    }

    private BigDecimal whole(Object given, BigDecimal least) {
        BigDecimal number = number(given, least, ParameterFault.NOT_INT);
        if (number.stripTrailingZeros().scale() > 0) {
            throw ParameterFault.NOT_INT.unfit();
        }
        BigDecimal most = BigDecimal.valueOf(this == INT ? Integer.MAX_VALUE : Long.MAX_VALUE);
        if (number.abs().compareTo(most) > 0) {
            throw ParameterFault.TOO_LARGE.unfit();
        }
        return number;
    }

    private static BigDecimal number(Object given, BigDecimal least, ParameterFault otherwise) {
        if (!(given instanceof Number)) {
            throw otherwise.unfit();
        }
        BigDecimal number;
        try {
            number = given instanceof BigDecimal exact ? exact : new BigDecimal(given.toString());
        } catch (NumberFormatException e) {
            throw otherwise.unfit();
        }
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw ParameterFault.TOO_LARGE.unfit();
        }
        if (least != null && number.compareTo(least) < 0) {
            throw ParameterFault.TOO_SMALL.unfit(least.toPlainString());
        }
        return number;
    }

    private static LocalDate day(Object given) {
        try {
            return given instanceof LocalDate day ? day : LocalDate.parse(text(given));
        } catch (DateTimeException | ParameterFault.Unfit e) {
            throw ParameterFault.NOT_DATE.unfit();
        }
    }

    private BigDecimal number(Node node, BigDecimal least) {
        String text = YamlValue.text(node);
        BigDecimal number;
        try {
            number = new BigDecimal(text);
            if (this == INT) {
                number.intValueExact();
            } else if (this == FEN) {
                number.longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "is '" + text + "', not a" + (this == INT || this == FEN ? " whole" : "") + " number");
        }
        if (number.compareTo(least) < 0) {
            throw new IllegalArgumentException("is " + text + ", less than " + least.toPlainString());
        }
        return number;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("is '" + text + "', not true or false");
        };
    }
}
