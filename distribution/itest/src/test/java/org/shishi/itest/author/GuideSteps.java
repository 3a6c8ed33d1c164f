package org.shishi.itest.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The code that the guide's third section tells its reader to type, ready to be put behind what stands there.
 *
 * @param column behind the last column of the table
 * @param attribute behind the last method of the entity
 * @param field behind the last field of the record type
 */
record GuideSteps(String column, String attribute, String field, String chinese, String english) {

    private static final Pattern SECTION = Pattern.compile("\\n## 3\\..*?(?=\\n## 4\\.)", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```\\w+\\n(.*?)\\n```", Pattern.DOTALL);

    static GuideSteps read(Path guide) throws IOException {
        String section = SECTION.matcher(Files.readString(guide))
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        List<String> blocks =
                BLOCK.matcher(section).results().map(block -> block.group(1)).toList();
        String[] words = blocks.get(3).split("\\n");
        return new GuideSteps(
                ",\n" + blocks.get(0),
                "\n\n" + blocks.get(1),
                "\n" + blocks.get(2),
                "\n" + words[0] + "\n",
                "\n" + words[1] + "\n");
    }
}
