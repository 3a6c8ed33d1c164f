package org.shishi.core.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.shishi.api.platform.Templates;
import org.shishi.api.platform.Templates.Wording;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.core.text.Placeholders;

/** Whether a wording can be sent. */
final class WordingCheck {

    private final Wording original;
    private final SortedSet<String> known;
    private final List<Violation> found = new ArrayList<>();

    /** @param known the placeholders that something stands for */
    WordingCheck(Wording original, SortedSet<String> known) {
        this.original = original;
        this.known = known;
    }

    /** A template has the parts that its original has. */
    Wording shaped(Wording wording) {
        return new Wording(
                stripped(wording.title()),
                original.body() == null ? null : stripped(wording.body()),
                original.sms() == null ? null : stripped(wording.sms()));
    }

    private static Text stripped(Text text) {
        return text == null
                ? new Text("", "")
                : new Text(
                        text.zh() == null ? "" : text.zh().strip(),
                        text.en() == null ? "" : text.en().strip());
    }

    List<Violation> refusals(Wording shaped) {
        part("title", shaped.title(), Templates.LONGEST_TITLE);
        part("body", shaped.body(), Templates.LONGEST_BODY);
        part("sms", shaped.sms(), Templates.LONGEST_SMS);
        return List.copyOf(found);
    }

    private void part(String field, Text text, int longest) {
        if (text != null) {
            words(field + ".zh", text.zh(), longest);
            words(field + ".en", text.en(), longest);
        }
    }

    private void words(String field, String words, int longest) {
        if (words.isEmpty()) {
            found.add(Violation.of("CORE-TEMPLATE-EMPTY", field));
        }
        if (words.codePointCount(0, words.length()) > longest) {
            found.add(Violation.of("CORE-TEMPLATE-LENGTH", field, longest));
        }
        List<String> odd = Placeholders.odd(words, known);
        if (!odd.isEmpty()) {
            found.add(Violation.of("CORE-TEMPLATE-PLACEHOLDER", field, String.join(" ", odd), String.join(" ", known)));
        }
    }

    /** Placeholders that no part uses any more, in either language. */
    List<String> left(Wording shaped) {
        SortedSet<String> zh = new TreeSet<>();
        SortedSet<String> en = new TreeSet<>();
        for (Text part : Arrays.asList(shaped.title(), shaped.body(), shaped.sms())) {
            if (part != null) {
                zh.addAll(Placeholders.in(part.zh()));
                en.addAll(Placeholders.in(part.en()));
            }
        }
        return known.stream()
                .filter(one -> !zh.contains(one) || !en.contains(one))
                .toList();
    }
}
