package org.shishi.api.record;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shishi.api.money.Yuan;
import org.shishi.api.organisation.District;
import org.shishi.api.record.PlainValues.Misfit;
import org.shishi.api.text.Normal;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;

/** Values as people write and read them. Texts to be read are normalised (K-10) and not empty. */
final class TextCodec {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,12})?");
    /** 2024-05-01, 2024/5/1, 2024.5.1, 2024年5月1日, with or without a time of midnight as sheets add it. */
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})(?:-|/|\\.|年)([0-9]{1,2})(?:-|/|\\.|月)([0-9]{1,2})日?(?:[ T]0{1,2}:00(?::00)?)?");

    private static final Pattern COMPACT_DATE = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern BETWEEN_TAGS = Pattern.compile("[、,;/\\s]+");
    private static final Text YES = new Text("是", "Yes");
    private static final Text NO = new Text("否", "No");
    private static final Map<String, Boolean> TRUTH = Map.ofEntries(
            Map.entry("是", true),
            Map.entry("否", false),
            Map.entry("有", true),
            Map.entry("无", false),
            Map.entry("√", true),
            Map.entry("×", false),
            Map.entry("true", true),
            Map.entry("false", false),
            Map.entry("yes", true),
            Map.entry("no", false),
            Map.entry("y", true),
            Map.entry("n", false),
            Map.entry("1", true),
            Map.entry("0", false));

    private TextCodec() {}

    static String write(FieldKind kind, Object value, Texts texts, Locale locale) {
        if (value == null) {
            return "";
        }
        return switch (kind) {
            case TEXT, LONG_TEXT, INT, DATE, ORGANISATION, REFERENCE -> value.toString();
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case MONEY -> Yuan.format((Long) value);
            case TIMESTAMP -> TIME.format(((Instant) value).atZone(SHANGHAI));
            case BOOL -> ((Boolean) value ? YES : NO).in(locale);
            case DISTRICT -> ((District) value).title().in(locale);
            case ENUM -> label((Enum<?>) value, texts).in(locale);
            case TAGS ->
                ((Collection<?>) value)
                        .stream()
                                .map(tag -> (Enum<?>) tag)
                                .sorted(PlainCodec::byOrder)
                                .map(tag -> label(tag, texts).in(locale))
                                .collect(Collectors.joining("en".equals(locale.getLanguage()) ? ", " : "、"));
        };
    }

    static Object read(FieldKind kind, Class<?> type, String text, Texts texts) throws Misfit {
        return switch (kind) {
            case TEXT, LONG_TEXT -> text;
            case INT -> PlainCodec.read(kind, type, number(text, ValueFault.NOT_INT));
            case DECIMAL -> number(text, ValueFault.NOT_DECIMAL);
            case MONEY -> money(text);
            case BOOL -> bool(text);
            case DATE -> date(text);
            case ENUM -> option(type, text, texts);
            case TAGS -> tags(type, text, texts);
            case DISTRICT ->
                District.byName(text)
                        .or(() -> District.byCode(text))
                        .orElseThrow(() -> new Misfit(ValueFault.NOT_DISTRICT));
            case TIMESTAMP, ORGANISATION, REFERENCE -> PlainCodec.read(kind, type, text);
        };
    }

    private static BigDecimal number(String text, ValueFault otherwise) throws Misfit {
        if (!NUMBER.matcher(text).matches()) {
            throw new Misfit(otherwise);
        }
        return new BigDecimal(text);
    }

    private static Long money(String text) throws Misfit {
        OptionalLong fen = Yuan.parse(text);
        if (fen.isEmpty()) {
            throw Misfit.money();
        }
        return fen.getAsLong();
    }

    private static Boolean bool(String text) throws Misfit {
        Boolean value = TRUTH.get(text.toLowerCase(Locale.ROOT));
        if (value == null) {
            throw new Misfit(ValueFault.NOT_BOOL);
        }
        return value;
    }

    private static LocalDate date(String text) throws Misfit {
        for (Pattern pattern : List.of(DATE, COMPACT_DATE)) {
            Matcher day = pattern.matcher(text);
            if (day.matches()) {
                try {
                    return LocalDate.of(part(day, 1), part(day, 2), part(day, 3));
                } catch (DateTimeException e) {
                    throw new Misfit(ValueFault.NOT_DATE);
                }
            }
        }
        throw new Misfit(ValueFault.NOT_DATE);
    }

    private static int part(Matcher day, int group) {
        return Integer.parseInt(day.group(group));
    }

    private static Enum<?> option(Class<?> type, String word, Texts texts) throws Misfit {
        Optional<Enum<?>> found = find(type, word, texts);
        if (found.isEmpty()) {
            throw new Misfit(ValueFault.NOT_OPTION, options(type, texts));
        }
        return found.get();
    }

    private static Optional<Enum<?>> find(Class<?> type, String word, Texts texts) {
        return PlainCodec.constant(type, word).or(() -> Arrays.stream(type.getEnumConstants())
                .map(option -> (Enum<?>) option)
                .filter(option -> isCalled(word, label(option, texts)))
                .findFirst()
                .map(option -> option));
    }

    private static boolean isCalled(String word, Text label) {
        return word.equals(Normal.text(label.zh())) || word.equalsIgnoreCase(Normal.text(label.en()));
    }

    private static Set<Enum<?>> tags(Class<?> type, String text, Texts texts) throws Misfit {
        Optional<Enum<?>> whole = find(type, text, texts);
        if (whole.isPresent()) {
            return Set.of(whole.get());
        }
        Set<Enum<?>> tags = new LinkedHashSet<>();
        for (String word : BETWEEN_TAGS.split(text)) {
            if (!word.isEmpty()) {
                tags.add(option(type, word, texts));
            }
        }
        return tags;
    }

    private static Text label(Enum<?> constant, Texts texts) {
        return texts.get(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    private static Text options(Class<?> type, Texts texts) {
        return new Text(joined(type, texts, Text::zh, "、"), joined(type, texts, Text::en, ", "));
    }

    private static String joined(Class<?> type, Texts texts, Function<Text, String> language, String between) {
        return Arrays.stream(type.getEnumConstants())
                .map(option -> language.apply(label((Enum<?>) option, texts)))
                .collect(Collectors.joining(between));
    }
}
