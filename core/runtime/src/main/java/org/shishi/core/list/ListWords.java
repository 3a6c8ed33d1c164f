package org.shishi.core.list;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shishi.api.organisation.District;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.record.ValueFault;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;

/** What cells say. What cannot be understood is noted and taken for nothing. */
public final class ListWords {

    private static final List<String> YES = List.of("是", "yes", "true", "1", "√");
    private static final List<String> NO = List.of("", "否", "no", "false", "0");
    private static final Pattern BETWEEN = Pattern.compile("[;；、\\n|]");
    private static final Pattern DAY = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

    private ListWords() {}

    /** By its word in either language (text {@code <EnumSimpleName>.<CONSTANT>}), or its constant. */
    public static <E extends Enum<E>> E choice(
            Class<E> type, String cell, String field, CoreTexts texts, List<Violation> faults) {
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(cell)
                        || Stream.of(texts.get(type.getSimpleName() + "." + one.name()))
                                .anyMatch(word -> Normal.text(word.zh()).equals(cell)
                                        || word.en().equalsIgnoreCase(cell)))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(ValueFault.NOT_OPTION.at(field, String.join("、", words(type, texts))));
        }
        return found.orElse(null);
    }

    /** All words of an enum. */
    public static <E extends Enum<E>> List<String> words(Class<E> type, CoreTexts texts) {
        return Arrays.stream(type.getEnumConstants())
                .map(one -> texts.get(type.getSimpleName() + "." + one.name()).zh())
                .toList();
    }

    public static List<String> yesOrNo() {
        return List.of(yes(true), yes(false));
    }

    public static List<String> districts() {
        return Arrays.stream(District.values()).map(ListWords::district).toList();
    }

    public static boolean yes(String cell, String field, List<Violation> faults) {
        String word = cell.toLowerCase(java.util.Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            faults.add(ValueFault.NOT_BOOL.at(field));
        }
        return YES.contains(word);
    }

    public static String yes(boolean value) {
        return value ? "是" : "否";
    }

    /** Null for an empty cell. */
    public static LocalDate day(String cell, String field, List<Violation> faults) {
        if (cell.isEmpty()) {
            return null;
        }
        var parts = DAY.matcher(cell);
        try {
            if (parts.matches()) {
                return LocalDate.parse("%s-%02d-%02d"
                        .formatted(parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))));
            }
        } catch (DateTimeParseException e) {
            // No such day: told below.
        }
        faults.add(ValueFault.NOT_DATE.at(field));
        return null;
    }

    public static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** Null for an empty cell. */
    public static District district(String cell, String field, List<Violation> faults) {
        if (cell.isEmpty()) {
            return null;
        }
        Optional<District> found = District.byName(cell).or(() -> District.byCode(cell));
        if (found.isEmpty()) {
            faults.add(ValueFault.NOT_DISTRICT.at(field));
        }
        return found.orElse(null);
    }

    public static String district(District district) {
        return district == null ? "" : district.title().zh();
    }

    public static List<String> several(String cell) {
        return BETWEEN.splitAsStream(cell)
                .map(Normal::text)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
