package org.shishi.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Works a page without a mouse. */
public final class Keyboard {

    private static final int MOST_STOPS = 200;

    /** The focused element, also inside of shadow roots. */
    private static final String DEEPEST =
            """
            () => {
              let focused = document.activeElement;
              while (focused && focused.shadowRoot && focused.shadowRoot.activeElement) {
                focused = focused.shadowRoot.activeElement;
              }
              return focused;
            }""";

    private static final String DESCRIBE = "() => { const focused = (" + DEEPEST + ")();"
            + """
              if (!focused || focused === document.body) { return 'nothing'; }
              const label = focused.getAttribute('aria-label')
                || (focused.labels && [...focused.labels].map(each => each.textContent.trim()).join(' '))
                || focused.getAttribute('name') || focused.textContent.trim().substring(0, 40);
              return focused.tagName.toLowerCase() + ' ' + label;
            }""";

    private static final String HOLDS_FOCUS = "wanted => { let focused = (" + DEEPEST + ")();"
            + """
              while (focused) {
                if (focused === wanted || wanted.contains(focused)) { return true; }
                const root = focused.getRootNode();
                focused = root instanceof ShadowRoot ? root.host : null;
              }
              return false;
            }""";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Presses a key, such as {@code Enter}, {@code Escape}, {@code ArrowDown}, {@code Control+A}. */
    public Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    public Keyboard press(String key, int times) {
        for (int i = 0; i < times; i++) {
            press(key);
        }
        return this;
    }

    /** Types text into what is focused. */
    public Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Presses Tab until the element, or something in it, has the focus; fails if Tab does not lead there. */
    public Keyboard tabTo(Locator target) {
        return walk("Tab", target);
    }

    /** The same backwards. */
    public Keyboard shiftTabTo(Locator target) {
        return walk("Shift+Tab", target);
    }

    private Keyboard walk(String key, Locator target) {
        List<String> stops = new ArrayList<>();
        while (!isFocused(target)) {
            if (stops.size() == MOST_STOPS) {
                throw new AssertionError(key + " does not lead to " + target + ", but to "
                        + stops.stream().distinct().toList());
            }
            press(key);
            stops.add(focused());
        }
        return this;
    }

    public boolean isFocused(Locator target) {
        return (Boolean) target.evaluate(HOLDS_FOCUS);
    }

    /** What has the focus, in words: tag and label; {@code nothing} if the page as a whole has it. */
    public String focused() {
        return (String) page.evaluate(DESCRIBE);
    }
}
