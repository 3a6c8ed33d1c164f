package org.shishi.shell.layout;

import com.vaadin.flow.component.html.Anchor;
import org.shishi.shell.text.ShellTexts;

/** The first stop of the keyboard: over header and menu straight to the page. */
public final class SkipLink {

    private SkipLink() {}

    /** The page has a base address, so a plain {@code #id} would lead to the start page. */
    public static Anchor to(String id) {
        Anchor link = new Anchor("#" + id, ShellTexts.t("skip"));
        link.addClassName("skip-link");
        link.setRouterIgnore(true);
        link.getElement()
                .executeJs(
                        """
                        this.addEventListener('click', event => {
                          event.preventDefault();
                          document.getElementById($0)?.focus();
                        });
                        """,
                        id);
        return link;
    }
}
