package org.shishi.itest.safety;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.shishi.itest.rest.Rest;

/**
 * A line of {@code rest-matrix.txt}: who is let in at an address.
 *
 * @param rights letters, any of them
 * @param members whether they are let in when they hold the right
 * @param about words that the table explains
 * @param asked query and body
 */
record RestUse(String method, String path, List<String> rights, boolean members, List<String> about, String asked) {

    private static final String NOBODY = "00000000-0000-0000-0000-00000000abcd";

    static List<RestUse> all() {
        return Table.rows("/rest-matrix.txt").map(RestUse::of).toList();
    }

    private static RestUse of(List<String> cells) {
        String[] address = cells.get(0).split(" ");
        return new RestUse(
                address[0],
                address[1],
                Table.rights(cells.get(1)),
                Table.members(cells.get(1)),
                List.of(cells.get(2).split(" ")),
                cells.get(3));
    }

    /** Whether a described address is one of this line's. */
    boolean covers(String describedMethod, String described) {
        String[] own = path.split("/");
        String[] theirs = described.split("/");
        return method.equalsIgnoreCase(describedMethod)
                && own.length == theirs.length
                && IntStream.range(0, own.length).allMatch(i -> fits(own[i], theirs[i]));
    }

    private static boolean fits(String own, String theirs) {
        boolean placeholder = theirs.startsWith("{");
        return own.equals(theirs) || (own.equals("*") ? !placeholder : placeholder && !own.startsWith("{"));
    }

    /** How far this line is from what is described; a word that stands for all is farther than one of a placeholder. */
    long distance(String described) {
        String[] own = path.split("/");
        String[] theirs = described.split("/");
        return IntStream.range(0, own.length)
                .filter(i -> !own[i].equals(theirs[i]))
                .map(i -> own[i].equals("*") ? 2 : 1)
                .sum();
    }

    /** A described address with the values that this line gives for its placeholders. */
    private String named(String described) {
        String[] words = described.split("/", -1);
        String[] own = path.split("/", -1);
        if (words.length != own.length) {
            return "";
        }
        for (int i = 0; i < words.length; i++) {
            if (words[i].startsWith("{") && !own[i].startsWith("{") && !own[i].equals("*")) {
                words[i] = own[i];
            }
        }
        return String.join("/", words);
    }

    /**
     * @param described the address; may have placeholders
     * @param id for the placeholder of the same name; null: something that is not there
     * @param acting the organisation that the caller acts for
     */
    Rest.Answer ask(Rest who, String described, String id, String acting) {
        String address = named(described).isEmpty() ? described : named(described);
        address = address.replace("{id}", id == null ? NOBODY : id)
                .replace("{year}", "2031")
                .replaceAll("\\{[^}]+}", NOBODY);
        String query = asked.startsWith("?") ? asked.split(" ", 2)[0] : "";
        String body = asked.substring(query.length()).strip().replace("{own}", acting);
        if (body.startsWith("file:")) {
            return who.upload(address + query, body.substring("file:".length()).getBytes(StandardCharsets.UTF_8));
        }
        return body.isEmpty()
                ? who.send(method, address + query, null)
                : who.send(method, address + query, body, "Content-Type", "application/json", "If-Match", "*");
    }
}
