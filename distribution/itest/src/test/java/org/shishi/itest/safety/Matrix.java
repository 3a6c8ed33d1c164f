package org.shishi.itest.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The permission matrix as it is printed: role, letter, cell. The same table that the core's tests read. */
final class Matrix {

    private static final Path TABLE =
            Path.of("../../core/runtime/src/test/resources/org/shishi/core/permission/printed-matrix.md");

    /** Where the demonstration account of a role acts: above both branches, above the own union, at it, elsewhere. */
    enum Place {
        CITY,
        DISTRICT,
        UNION,
        INSTITUTION
    }

    private final Map<String, Map<String, String>> cells = new LinkedHashMap<>();

    Matrix() {
        List<List<String>> rows = lines().stream()
                .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> byLetter = new LinkedHashMap<>();
            for (int i = 2; i < row.size(); i++) {
                byLetter.put(rows.getFirst().get(i), row.get(i));
            }
            cells.put(row.getFirst().replace("`", ""), byLetter);
        }
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of(System.getProperty("basedir", "")).resolve(TABLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> roles() {
        return List.copyOf(cells.keySet());
    }

    static String account(String role) {
        return "demo-" + role.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param right a letter, or "P draft" */
    boolean holds(String role, String right) {
        String cell = cells.get(role).get(right.substring(0, 1));
        return right.length() == 1 ? !cell.equals("–") : cell.endsWith(right.substring(2));
    }

    /** Whether the cell reaches no further than the acting organisation itself. */
    boolean ownOnly(String role) {
        return cells.get(role).get("V").equals("own");
    }

    static Place place(String role) {
        return switch (role) {
            case "SECOND_LEVEL_OFFICER", "SECOND_LEVEL_APPROVER" -> Place.DISTRICT;
            case "GRASSROOTS_OFFICER", "ENTERPRISE_CONTACT", "MEMBER" -> Place.UNION;
            case "FACILITY_OPERATOR", "SERVICE_CENTRE_OFFICER", "MUTUAL_AID_OFFICER", "FOUNDATION_REVIEWER" ->
                Place.INSTITUTION;
            default -> Place.CITY;
        };
    }

    /**
     * Whether a role sees what others made for the union of the demonstration accounts, or for one of another branch;
     * members see what they made themselves (R-C.13).
     */
    boolean reaches(String role, boolean own) {
        return switch (place(role)) {
            case CITY -> true;
            case DISTRICT -> own && !ownOnly(role);
            case UNION -> own && !role.equals("MEMBER");
            case INSTITUTION -> false;
        };
    }
}
