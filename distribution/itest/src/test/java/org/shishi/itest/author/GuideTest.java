package org.shishi.itest.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The guide shows the sample as it is: each code block equals the file, or the region of it, that stands above the block. */
class GuideTest {

    private static final Path PLUGINS = Path.of("../../plugins");
    private static final int SHOWN = 9;
    private static final Pattern BLOCK =
            Pattern.compile("<!-- (sample/[^ #]+)(?:#(\\w+))? -->\\n```\\w+\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)\\n```", Pattern.DOTALL);

    private static String guide() throws IOException {
        return Files.readString(PLUGINS.resolve("README.md"));
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> each_block_is_the_sample() throws IOException {
        return BLOCK.matcher(guide())
                .results()
                .map(block -> DynamicTest.dynamicTest(
                        block.group(1) + (block.group(2) == null ? "" : "#" + block.group(2)),
                        () -> assertEquals(source(block.group(1), block.group(2)), block.group(3))));
    }

    @Test
    void nothing_was_forgotten() throws IOException {
        assertEquals(SHOWN, BLOCK.matcher(guide()).results().count(), "blocks with a source");
        assertTrue(JAVA.matcher(guide()).results().count() >= SHOWN - 2, "java blocks");
    }

    private static String source(String file, String region) throws IOException {
        String text = Files.readString(PLUGINS.resolve(file)).stripTrailing();
        if (region == null) {
            return text;
        }
        Matcher found = Pattern.compile(
                        "^( *)// region " + region + "\\n(.*?)\\n *// endregion", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text);
        assertTrue(found.find(), file + " has no region " + region);
        return found.group(2).replaceAll("(?m)^" + found.group(1), "");
    }
}
