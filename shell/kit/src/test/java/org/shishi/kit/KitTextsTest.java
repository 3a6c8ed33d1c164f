package org.shishi.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No page shows a key, or the other language. */
final class KitTextsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/shishi/kit");
    private static final Pattern KEY = Pattern.compile("\\bt\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertEquals(new TreeSet<>(keys("zh")), new TreeSet<>(keys("en")));
    }

    @Test
    void bothLanguagesTakeTheSameArguments() throws IOException {
        Properties zh = read("zh");
        Properties en = read("en");
        Set<String> differing = zh.stringPropertyNames().stream()
                .filter(key -> !holes(zh.getProperty(key)).equals(holes(en.getProperty(key))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), differing);
    }

    @Test
    void everyKeyInTheSourcesHasItsText() throws IOException {
        Set<String> known = keys("zh");
        Set<String> unknown = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.startsWith(SOURCES.resolve("text")))
                    .toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .filter(key -> !known.contains(key))
                        .forEach(unknown::add);
            }
        }
        assertEquals(Set.of(), unknown);
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String language) throws IOException {
        return read(language).stringPropertyNames();
    }

    private static Properties read(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream file = KitTexts.class.getResourceAsStream("messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
