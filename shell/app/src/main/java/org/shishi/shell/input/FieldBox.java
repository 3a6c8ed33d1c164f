package org.shishi.shell.input;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Fields that belong together, with a heading for eyes and for screen readers, and a place for what is wrong with them all. */
@Tag("fieldset")
final class FieldBox extends com.vaadin.flow.component.HtmlContainer
        implements com.vaadin.flow.component.Focusable<FieldBox> {

    final Div content = new Div();
    private final Paragraph error = new Paragraph();

    FieldBox(String label, String hint) {
        addClassName("field-box");
        setTabIndex(-1);
        Legend legend = new Legend(label);
        error.addClassName("field-error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        content.addClassName("field-grid");
        add(legend);
        if (hint != null) {
            Span words = new Span(hint);
            words.addClassName("muted");
            add(words);
        }
        add(error, content);
    }

    void complain(String message) {
        error.setText(error.isVisible() ? error.getText() + " " + message : message);
        error.setVisible(true);
    }

    void silence() {
        error.setVisible(false);
        error.setText("");
    }

    @Tag("legend")
    private static final class Legend extends com.vaadin.flow.component.HtmlContainer {
        Legend(String text) {
            setText(text);
        }
    }
}
