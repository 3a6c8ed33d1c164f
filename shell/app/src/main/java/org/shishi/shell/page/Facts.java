package org.shishi.shell.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.shishi.shell.text.ShellTexts;

/** Things known of something, each under its name. */
public final class Facts extends DescriptionList {

    public Facts() {
        addClassName("facts");
    }

    /** Nothing is added for null or an empty text. */
    public Facts add(String key, String value) {
        return value == null || value.isEmpty() ? this : add(key, new Span(value));
    }

    public Facts add(String key, Component value) {
        add(new Div(new Term(ShellTexts.t(key)), new Description(value)));
        return this;
    }
}
