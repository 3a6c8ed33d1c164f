package org.shishi.shell.page;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** What a change takes away and what it brings, said by the element and not by its colour alone. */
public final class Marks {

    private Marks() {}

    public static HtmlContainer gone(String text) {
        return new Gone(text);
    }

    public static HtmlContainer come(String text) {
        return new Come(text);
    }

    @Tag("del")
    private static final class Gone extends HtmlContainer {
        Gone(String text) {
            setText(text);
        }
    }

    @Tag("ins")
    private static final class Come extends HtmlContainer {
        Come(String text) {
            setText(text);
        }
    }
}
