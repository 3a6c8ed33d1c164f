package org.shishi.vaadin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ThirdPartyTest {

    private static final Set<String> OSI =
            Set.of("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "(MPL-2.0 OR Apache-2.0)");

    private final String text = Merged.read(Merged.THIRD_PARTY);

    /** Package and version to licence, from the lines between the heading and the first licence text. */
    private Map<String, String> listed() {
        String list = text.substring(0, text.indexOf("===="));
        return Pattern.compile("^(\\S+ \\S+): (.+)$", Pattern.MULTILINE)
                .matcher(list)
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2), (a, b) -> b, TreeMap::new));
    }

    @Test
    void listsExactlyThePackagesInTheBundle() {
        Set<String> bundled = Merged.stats().npmModules().entrySet().stream()
                .map(module -> module.getKey() + " " + module.getValue())
                .collect(Collectors.toSet());
        assertEquals(bundled, listed().keySet());
    }

    @Test
    void everyLicenceIsOpen() {
        assertEquals(
                Set.of(),
                listed().entrySet().stream()
                        .filter(each -> !OSI.contains(each.getValue()))
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyPackageHasItsLicenceText() {
        Set<String> textHolders = text.lines().collect(Collectors.toSet());
        Map<String, Boolean> withText =
                listed().keySet().stream().collect(Collectors.toMap(Function.identity(), textHolders::contains));
        assertTrue(withText.values().stream().allMatch(Boolean::booleanValue), withText::toString);
    }
}
