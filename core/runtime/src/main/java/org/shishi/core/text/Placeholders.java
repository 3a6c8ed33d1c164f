package org.shishi.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shishi.api.organisation.District;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;

/**
 * {@code {0}} in wordings is replaced like MessageFormat does, only that quotes and braces elsewhere mean nothing: people
 * write them. An argument that is a {@link Text}, a district or an enum constant with a text of its own is put into each
 * language in that language; an argument that is not given leaves nothing behind.
 */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d{1,2})}");
    private static final Pattern BRACES = Pattern.compile("[{｛][^{}｛｝]*[}｝]?|[}｝]");

    private Placeholders() {}

    /** @param constants has the words for constants */
    public static Text fill(Text pattern, Object[] args, Texts constants) {
        return new Text(fill(pattern.zh(), args, true, constants), fill(pattern.en(), args, false, constants));
    }

    private static String fill(String pattern, Object[] args, boolean chinese, Texts constants) {
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(match ->
                        Matcher.quoteReplacement(word(args, Integer.parseInt(match.group(1)), chinese, constants)));
    }

    private static String word(Object[] args, int index, boolean chinese, Texts constants) {
        if (index >= args.length || args[index] == null) {
            return "";
        }
        Text text = inBothLanguages(args[index], constants);
        return chinese ? text.zh() : text.en();
    }

    private static Text inBothLanguages(Object arg, Texts constants) {
        if (arg instanceof Text text) {
            return text;
        }
        if (arg instanceof District district) {
            return district.title();
        }
        if (arg instanceof Enum<?> constant) {
            String key = constant.getDeclaringClass().getSimpleName() + "." + constant.name();
            return constants.has(key) ? constants.get(key) : Text.same(constant.name());
        }
        return Text.same(String.valueOf(arg));
    }

    /** Those that a wording uses, as they stand in it. */
    public static SortedSet<String> in(String pattern) {
        SortedSet<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(pattern).results().forEach(match -> found.add(match.group()));
        return found;
    }

    /** Everything in braces that is not one of these: placeholders that nothing stands for, and slips of the hand. */
    public static List<String> odd(String pattern, SortedSet<String> known) {
        List<String> odd = new ArrayList<>();
        BRACES.matcher(pattern)
                .results()
                .map(match -> match.group())
                .filter(found -> !known.contains(found))
                .forEach(odd::add);
        return odd;
    }
}
