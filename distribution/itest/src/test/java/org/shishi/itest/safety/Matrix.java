package org.shishi.itest.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.itest.process.ProductFolder;

/** The permission matrix as it is printed: role → letter of the right → cell. The same table that the core's tests read. */
final class Matrix {

    private static final Path TABLE =
            Path.of("../../core/runtime/src/test/resources/org/shishi/core/permission/printed-matrix.md");

    private final Map<String, Map<String, String>> cells = new LinkedHashMap<>();

    Matrix() {
        try {
            List<List<String>> rows = Files.readAllLines(ProductFolder.module().resolve(TABLE)).stream()
                    .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
                    .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList())
                    .toList();
            for (List<String> row : rows.subList(1, rows.size())) {
                Map<String, String> byLetter = new HashMap<>();
                for (int i = 2; i < row.size(); i++) {
                    byLetter.put(rows.getFirst().get(i), row.get(i));
                }
                cells.put(row.getFirst().replace("`", ""), byLetter);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> roles() {
        return List.copyOf(cells.keySet());
    }

    /** @param letters any of them is enough */
    boolean holds(String role, String letters) {
        return letters.chars()
                .mapToObj(letter -> cells.get(role).get(Character.toString(letter)))
                .anyMatch(cell -> !cell.equals("–"));
    }

    /** Whether the cell reaches no further than the acting organisation itself. */
    boolean ownOnly(String role) {
        return cells.get(role).get("V").equals("own");
    }
}
