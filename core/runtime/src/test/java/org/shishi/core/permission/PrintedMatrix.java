package org.shishi.core.permission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;

/** The matrix of domain specification §13.2, read from the table as it is printed there: the tests' own truth. */
public final class PrintedMatrix {

    /** How far a cell reaches from the acting organisation. */
    public enum Cell {
        NONE,
        OWN,
        BELOW
    }

    private final Map<Role, Map<String, String>> cells = new EnumMap<>(Role.class);

    public PrintedMatrix() {
        List<List<String>> rows = lines().stream()
                .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
        List<String> head = rows.getFirst();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> byLetter = new HashMap<>();
            for (int i = 2; i < head.size(); i++) {
                byLetter.put(head.get(i), row.get(i));
            }
            cells.put(Role.valueOf(row.getFirst().replace("`", "")), byLetter);
        }
    }

    public boolean names(Role role) {
        return cells.containsKey(role);
    }

    /** What is printed for a role under a right's letter. */
    public String printed(Role role, Right right) {
        return cells.get(role).get(right.letter().substring(0, 1));
    }

    public Cell cell(Role role, Right right) {
        String printed = printed(role, right);
        String kind = right.letter().length() == 1 ? "" : right.letter().substring(1);
        if (printed.equals("own")) {
            return Cell.OWN;
        }
        return printed.startsWith("✓") && printed.endsWith(kind) ? Cell.BELOW : Cell.NONE;
    }

    private static List<String> lines() {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PrintedMatrix.class.getResourceAsStream("printed-matrix.md")),
                StandardCharsets.UTF_8))) {
            return table.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
