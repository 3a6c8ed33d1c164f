package org.shishi.api.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shishi.api.organisation.District;
import org.shishi.api.record.PlainValues.Misfit;
import org.shishi.api.rule.Coded;
import org.shishi.api.text.Normal;

/** Plain values of each kind. */
final class PlainCodec {

    /** Twelve digits of yuan (K-7); more than any budget, and sums of half a million of them fit a long. */
    private static final long LARGEST_FEN = 99_999_999_999_999L;

    private static final int MOST_DIGITS = 30;

    private PlainCodec() {}

    static Object write(FieldKind kind, Object value) {
        if (value == null) {
            return kind == FieldKind.TAGS ? List.of() : null;
        }
        return switch (kind) {
            case TEXT, LONG_TEXT, INT, DECIMAL, MONEY, BOOL -> value;
            case DATE, TIMESTAMP, ORGANISATION, REFERENCE -> value.toString();
            case ENUM -> word((Enum<?>) value);
            case DISTRICT -> ((District) value).code();
            case TAGS ->
                ((Collection<?>) value)
                        .stream()
                                .map(tag -> (Enum<?>) tag)
                                .sorted(PlainCodec::byOrder)
                                .map(PlainCodec::word)
                                .toList();
        };
    }

    static Object read(FieldKind kind, Class<?> type, Object plain) throws Misfit {
        if (plain == null) {
            return kind == FieldKind.TAGS ? Set.of() : null;
        }
        return switch (kind) {
            case TEXT, LONG_TEXT -> text(plain, ValueFault.NOT_TEXT);
            case INT -> integer(plain, Integer.MIN_VALUE, Integer.MAX_VALUE).intValueExact();
            case MONEY -> integer(plain, -LARGEST_FEN, LARGEST_FEN).longValueExact();
            case DECIMAL -> decimal(plain);
            case BOOL -> bool(plain);
            case DATE -> date(text(plain, ValueFault.NOT_DATE));
            case TIMESTAMP -> instant(text(plain, ValueFault.NOT_DATE_TIME));
            case ENUM -> option(type, text(plain, ValueFault.NOT_OPTION));
            case TAGS -> tags(type, plain);
            case DISTRICT ->
                District.byCode(text(plain, ValueFault.NOT_DISTRICT))
                        .orElseThrow(() -> new Misfit(ValueFault.NOT_DISTRICT));
            case ORGANISATION, REFERENCE -> id(text(plain, ValueFault.NOT_ID));
        };
    }

    /** Of an enum constant, as JSON and the outside know it. */
    static String word(Enum<?> constant) {
        return constant instanceof Coded coded ? coded.code() : constant.name();
    }

    static Optional<Enum<?>> constant(Class<?> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .map(option -> (Enum<?>) option)
                .filter(option -> option.name().equals(word.toUpperCase(Locale.ROOT))
                        || word(option).equals(word))
                .findFirst()
                .map(option -> option);
    }

    static int byOrder(Enum<?> one, Enum<?> other) {
        return Integer.compare(one.ordinal(), other.ordinal());
    }

    static UUID id(String text) throws Misfit {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // falls through: the same answer as for a shortened one
        }
        throw new Misfit(ValueFault.NOT_ID);
    }

    private static String text(Object plain, ValueFault otherwise) throws Misfit {
        if (plain instanceof String text) {
            return text;
        }
        throw new Misfit(otherwise);
    }

    private static BigInteger integer(Object plain, long least, long most) throws Misfit {
        BigDecimal number = number(plain, ValueFault.NOT_INT);
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
            throw new Misfit(ValueFault.NOT_INT);
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new Misfit(ValueFault.TOO_LARGE);
        }
        return number.toBigIntegerExact();
    }

    private static BigDecimal decimal(Object plain) throws Misfit {
        BigDecimal number = number(plain, ValueFault.NOT_DECIMAL);
        if (number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            throw new Misfit(ValueFault.TOO_LARGE);
        }
        // 1E+3 as a parser may give it: written out, so that it is stored and shown like any other.
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static BigDecimal number(Object plain, ValueFault otherwise) throws Misfit {
        if (!(plain instanceof Number)) {
            throw new Misfit(otherwise);
        }
        try {
            BigDecimal number = plain instanceof BigDecimal exact ? exact : new BigDecimal(plain.toString());
            // An exponent like 1E999999999 must not be written out before it is refused.
            if (number.signum() != 0 && (long) number.precision() - number.scale() > MOST_DIGITS) {
                throw new Misfit(ValueFault.TOO_LARGE);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new Misfit(otherwise);
        }
    }

    private static Boolean bool(Object plain) throws Misfit {
        if (plain instanceof Boolean bool) {
            return bool;
        }
        throw new Misfit(ValueFault.NOT_BOOL);
    }

    private static LocalDate date(String text) throws Misfit {
        try {
            // Four digits of a year: others are typing errors and beyond what databases agree on.
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // the same answer as for another length
        }
        throw new Misfit(ValueFault.NOT_DATE);
    }

    private static Instant instant(String text) throws Misfit {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Misfit(ValueFault.NOT_DATE_TIME);
        }
    }

    static Enum<?> option(Class<?> type, String word) throws Misfit {
        Optional<Enum<?>> found = constant(type, Normal.text(word));
        if (found.isEmpty()) {
            throw new Misfit(ValueFault.NOT_OPTION, options(type));
        }
        return found.get();
    }

    private static Set<Enum<?>> tags(Class<?> type, Object plain) throws Misfit {
        if (!(plain instanceof Collection<?> words)) {
            throw new Misfit(ValueFault.NOT_LIST);
        }
        Set<Enum<?>> tags = new LinkedHashSet<>();
        for (Object word : words) {
            if (!(word instanceof String text)) {
                throw new Misfit(ValueFault.NOT_OPTION, options(type));
            }
            tags.add(option(type, text));
        }
        return tags;
    }

    private static String options(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(option -> word((Enum<?>) option))
                .collect(Collectors.joining("、"));
    }
}
