package org.shishi.core.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.shishi.api.people.Mask;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Text as the log keeps it: on one line, no longer than its column, and with numbers of people masked, whoever typed them. */
final class Words {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern RESIDENT_ID =
            Pattern.compile("(?<![0-9A-Za-z])[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9A-Za-z.:_-])1[3-9][0-9]{9}(?![0-9A-Za-z])");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_DETAILS = 20;
    private static final int LONGEST_DETAIL = 200;

    private Words() {}

    static String of(String text, int longest) {
        if (text == null) {
            return null;
        }
        String line = masked(CONTROL.matcher(text).replaceAll(" "));
        return line.length() <= longest ? line : line.substring(0, end(line, longest - 1)) + "…";
    }

    /** A reason is free text, and people write into it whom it is about. */
    private static String masked(String line) {
        String some = RESIDENT_ID.matcher(line).replaceAll(id -> Mask.residentId(id.group()));
        return MOBILE.matcher(some).replaceAll(number -> Mask.mobile(number.group()));
    }

    /** Never between the two halves of a rare character. */
    private static int end(String line, int wanted) {
        return Character.isHighSurrogate(line.charAt(wanted - 1)) ? wanted - 1 : wanted;
    }

    static String json(Map<String, String> details) {
        Map<String, String> sorted = new TreeMap<>();
        details.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(MOST_DETAILS)
                .forEach(e -> sorted.put(of(e.getKey(), 60), of(String.valueOf(e.getValue()), LONGEST_DETAIL)));
        return JSON.writeValueAsString(sorted);
    }

    static Map<String, String> details(String json) {
        return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
    }
}
