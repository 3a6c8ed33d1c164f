package org.shishi.core.programme;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
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
     * @param min smallest number allowed; null: zero, for numbers of an edition count, measure and pay
     * @throws IllegalArgumentException whose message says what is wrong with the value
     */
    Object value(Node node, String min) {
        return switch (this) {
            case TEXT, CRON -> YamlValue.text(node);
            case INT -> number(node, min).intValueExact();
            case FEN -> number(node, min).longValueExact();
            case PERCENT, DECIMAL -> number(node, min);
            case BOOL -> bool(YamlValue.text(node));
            case DATE -> YamlValue.date(YamlValue.text(node));
            case LIST -> YamlValue.list(node);
            case MAP -> YamlValue.map(node);
        };
    }

    private BigDecimal number(Node node, String min) {
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
        BigDecimal least = min == null ? BigDecimal.ZERO : new BigDecimal(min);
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
