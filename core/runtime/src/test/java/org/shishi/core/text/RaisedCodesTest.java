package org.shishi.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No refusal of the core is without words, whoever wrote it. */
class RaisedCodesTest {

    private static final Pattern CODE = Pattern.compile("\"(CORE(-[A-Z0-9]+)+)\"");

    @Test
    void everyCodeInTheCoresSourcesHasATextInBothLanguages() throws IOException {
        Set<String> raised = codes(Path.of("src/main/java"));
        raised.addAll(codes(Path.of("../api/src/main/java")));
        CoreMessages texts = new CoreMessages();

        assertTrue(raised.contains("CORE-LOGIN"), "the sources were found");
        assertEquals(List.of(), raised.stream().filter(code -> !texts.has(code)).toList());
    }

    private static Set<String> codes(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> CODE.matcher(read(file)).results().map(match -> match.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
