package org.shishi.itest.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Lines of cells between bars; what begins with # is said to people. */
final class Table {

    static final String EVERYBODY = "*";
    static final String OPEN = "open";

    private static final String BUT_MEMBERS = "-MEMBER";

    private Table() {}

    static Stream<List<String>> rows(String resource) {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Letters one by one, or those of two words between commas. */
    static List<String> rights(String cell) {
        String words = cell.replace(BUT_MEMBERS, "");
        if (words.equals(EVERYBODY) || words.equals(OPEN)) {
            return List.of(words);
        }
        return words.contains(" ")
                ? Arrays.asList(words.split(","))
                : words.chars().mapToObj(Character::toString).toList();
    }

    static boolean members(String cell) {
        return !cell.endsWith(BUT_MEMBERS);
    }
}
