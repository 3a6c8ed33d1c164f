package org.shishi.browser.product;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that nobody has translated: Latin ones on a Chinese page, in texts, labels, hints and titles. */
final class Leftovers {

    /** All that is written and shown or read out, also in what components draw themselves; other languages by choice. */
    private static final String TEXTS =
            """
            () => {
              const found = [];
              const walk = node => {
                if (node.nodeType === Node.TEXT_NODE) { found.push(node.textContent); return; }
                if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) { return; }
                if (node.nodeType === Node.ELEMENT_NODE) {
                  if (node.classList.contains('code')) { return; }
                  if (/^(SCRIPT|STYLE|TEMPLATE|SVG)$/i.test(node.tagName)) { return; }
                  if (node.lang && node !== document.documentElement && !node.lang.startsWith('zh')) { return; }
                  if (node.checkVisibility && !node.checkVisibility()) { return; }
                  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
                    if (node.getAttribute(name)) { found.push(node.getAttribute(name)); }
                  }
                  if (node.shadowRoot) { walk(node.shadowRoot); }
                }
                node.childNodes.forEach(walk);
              };
              walk(document.body);
              return found;
            }""";

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9@._/+-]*[A-Za-z0-9]");

    /** Names, units and standards that are the same in Chinese, and what is nobody's text: accounts, files, codes of rules and actions. */
    private static final Pattern KNOWN =
            Pattern.compile("XLSX|xlsx|PDF|Excel|CSV|ID|jar|English|UTC|IP|MB|GB|Chrome|Linux"
                    + "|(demo|newcomer|both-hats)[a-z0-9-]*|[a-z-]+-[0-9]{9,}(-x)?|[\\w.-]*@?example\\.invalid|pdf|[a-z]+([.][A-Za-z-]+)+|[A-Z][A-Z0-9]*-[A-Z0-9.-]+[a-z]?"
                    + "|[\\w-]+\\.(jar|xlsx|pdf)|break-room[\\w.-]*|breakroom-[\\w-]+");

    /** What tells two things apart whose names are not shown: the end of an id, the begin of a digest. */
    private static final Pattern MARK = Pattern.compile("…[0-9a-f]{8}|[0-9a-f]{8}…");

    private Leftovers() {}

    static Set<String> of(Page page) {
        Set<String> words = new LinkedHashSet<>();
        for (Object text : (List<?>) page.evaluate(TEXTS)) {
            List<String> all = new ArrayList<>();
            WORD.matcher(MARK.matcher((String) text).replaceAll("")).results().forEach(match -> all.add(match.group()));
            all.stream().filter(word -> !KNOWN.matcher(word).matches()).forEach(words::add);
        }
        return words;
    }
}
