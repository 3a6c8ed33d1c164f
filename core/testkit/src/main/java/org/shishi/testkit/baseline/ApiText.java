package org.shishi.testkit.baseline;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.Parameters;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * An API as text, one element a line, indented below what it belongs to:
 *
 * <pre>
 * PACKAGE MINOR MAJOR org.shishi.api.rule
 *  INTERFACE MINOR MAJOR org.shishi.api.rule.Coded
 *   METHOD MAJOR MAJOR code()
 * </pre>
 *
 * <p>The two words say what an addition and a removal of the element mean, as bnd found it.
 */
final class ApiText {

    private static final String NOTE =
            """
            # What this bundle exported when it was last released. Compared with every build: whoever changes the API raises
            # the version of its package (package-info.java). Rewritten only when a release is tagged:
            #   mvn test -pl core/testkit,shell/kit -am -Dtest='*BaselineTest' -Dsurefire.failIfNoSpecifiedTests=false -Dshishi.baseline.write=true
            """;

    private ApiText() {}

    /** The part of a bundle's tree that is its API. */
    static Tree.Data api(Tree bundle) {
        Tree.Data api = withoutAnnotations(bundle.get("<api>").serialize());
        Tree.Data whole = bundle.serialize();
        whole.children = new Tree.Data[] {api};
        return whole;
    }

    /** They ask for no other version, and those of the JDK's own classes differ from one JDK to the next. */
    private static Tree.Data withoutAnnotations(Tree.Data element) {
        if (element.children != null) {
            element.children = Arrays.stream(element.children)
                    .filter(child -> child.type != Type.ANNOTATED)
                    .map(ApiText::withoutAnnotations)
                    .toArray(Tree.Data[]::new);
        }
        return element;
    }

    static void write(Tree.Data bundle, Path file) throws IOException {
        StringBuilder text = new StringBuilder(NOTE);
        write(bundle, 0, text);
        Files.writeString(file, text);
    }

    private static void write(Tree.Data element, int depth, StringBuilder text) {
        text.append(" ".repeat(depth))
                .append(element.type)
                .append(' ')
                .append(element.add)
                .append(' ')
                .append(element.rem)
                .append(' ')
                .append(element.name.replace("\n", "\\n"))
                .append('\n');
        if (element.children != null) {
            Arrays.stream(element.children)
                    .sorted(Comparator.comparing((Tree.Data child) -> child.type)
                            .thenComparing(child -> child.name))
                    .forEach(child -> write(child, depth + 1, text));
        }
    }

    static Tree.Data read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("The baseline " + file.toAbsolutePath().normalize()
                    + " is missing. To mend: write it with -D" + ApiBaseline.WRITE + "=true.");
        }
        Deque<Tree.Data> path = new ArrayDeque<>();
        Deque<List<Tree.Data>> children = new ArrayDeque<>();
        Tree.Data root = null;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            int depth = line.length() - line.stripLeading().length();
            while (path.size() > depth) {
                path.pop().children = children.pop().toArray(Tree.Data[]::new);
            }
            Tree.Data element = element(line.stripLeading());
            if (root == null) {
                root = element;
            } else {
                children.element().add(element);
            }
            path.push(element);
            children.push(new ArrayList<>());
        }
        while (!path.isEmpty()) {
            path.pop().children = children.pop().toArray(Tree.Data[]::new);
        }
        return root;
    }

    private static Tree.Data element(String line) {
        String[] words = line.split(" ", 4);
        Tree.Data element = new Tree.Data();
        element.type = Type.valueOf(words[0]);
        element.add = Delta.valueOf(words[1]);
        element.rem = Delta.valueOf(words[2]);
        element.name = words.length > 3 ? words[3].replace("\\n", "\n") : "";
        return element;
    }

    /** The packages with their versions, as Export-Package has them. */
    static Parameters exports(Tree bundle) {
        Parameters exports = new Parameters();
        for (Tree exported : bundle.get("<api>").getChildren()) {
            Attrs attributes = new Attrs();
            for (Tree child : exported.getChildren()) {
                if (child.getType() == Type.VERSION) {
                    attributes.put("version", child.getName());
                }
            }
            exports.put(exported.getName(), attributes);
        }
        return exports;
    }
}
