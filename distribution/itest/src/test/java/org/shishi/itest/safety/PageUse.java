package org.shishi.itest.safety;

import java.util.List;
import java.util.Map;

/**
 * A line of {@code page-matrix.txt}: whom a page opens for.
 *
 * @param template as the router has it
 * @param members whether they are let in when they hold the right
 */
record PageUse(String template, List<String> rights, boolean members, List<String> about) {

    /** What stands for a placeholder, unless it is the record. */
    private static final Map<String, String> VALUES = Map.of(
            ":year([0-9]{4})", "2024",
            ":programme", "break-room",
            ":records", "rooms",
            ":report", "overview",
            ":template", "deadline.application",
            ":rule", "R-C.4");

    static List<PageUse> all() {
        return Table.rows("/page-matrix.txt").map(PageUse::of).toList();
    }

    private static PageUse of(List<String> cells) {
        return new PageUse(
                cells.get(0),
                Table.rights(cells.get(1)),
                Table.members(cells.get(1)),
                List.of(cells.get(2).split(" ")));
    }

    /** Whether it is about rights at all. */
    boolean walked() {
        return !about.contains("apart");
    }

    /** @param id for whatever has no value of its own */
    String address(String id) {
        StringBuilder address = new StringBuilder();
        for (String word : template.split("/")) {
            String value = word.startsWith(":") ? VALUES.getOrDefault(word, id) : word;
            address.append(address.isEmpty() ? "" : "/").append(value);
        }
        return address.toString();
    }
}
