package org.shishi.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, each once. */
class CoreMessageFilesTest {

    @Test
    void bothLanguagesHaveTheSameKeysEachOnce() throws IOException {
        List<String> zh = keys("zh");
        List<String> en = keys("en");
        assertEquals(Set.copyOf(zh).size(), zh.size(), () -> "twice in zh: " + twice(zh));
        assertEquals(Set.copyOf(en).size(), en.size(), () -> "twice in en: " + twice(en));
        assertEquals(new TreeSet<>(zh), new TreeSet<>(en));
    }

    @Test
    void everyRefusalOfTheCoresRulesHasATextOfItsOwn() {
        CoreMessages texts = new CoreMessages();
        for (String code : List.of(
                "CORE-INPUT",
                "CORE-CAL-MISSING",
                "CORE-CAL-FORMAT",
                "CORE-WINDOW-UNSET",
                "CORE-ID-FORMAT",
                "CORE-ID-DATE",
                "CORE-ID-CHECK",
                "CORE-USCC-FORMAT",
                "CORE-USCC-CHECK",
                "CORE-PHONE",
                "CORE-EMAIL",
                "CORE-MONEY",
                "CORE-ORG-PARENT",
                "CORE-ORG-CYCLE",
                "CORE-SELF-REVIEW",
                "CORE-ATT-TYPE",
                "CORE-ATT-SIZE",
                "CORE-IMP-HEADER",
                "CORE-IMP-ROWS",
                "CORE-XDUP")) {
            assertTrue(texts.has(code), code);
        }
    }

    private static List<String> twice(List<String> keys) {
        return keys.stream()
                .filter(key -> keys.indexOf(key) != keys.lastIndexOf(key))
                .distinct()
                .toList();
    }

    private static List<String> keys(String language) throws IOException {
        String name = "/org/shishi/core/messages_" + language + ".properties";
        try (BufferedReader file = new BufferedReader(
                new InputStreamReader(CoreMessageFilesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return file.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
        }
    }
}
