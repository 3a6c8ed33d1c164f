package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;

/** What stands in a list that shows nothing: why, and what to do about it. */
public final class EmptyState extends Div {

    private EmptyState(String icon, String text, Component... actions) {
        addClassName("empty-state");
        add(new Icon(icon), new Paragraph(text));
        add(actions);
    }

    /** Nothing is there yet; the first action is offered. */
    public static EmptyState nothingYet(String what, Component... actions) {
        return new EmptyState("vaadin:inbox", t("empty.yet", what), actions);
    }

    /** There is something, but not for these conditions. */
    public static EmptyState nothingMatches(Runnable reset) {
        return new EmptyState("vaadin:search", t("empty.match"), new Button(t("query.reset"), e -> reset.run()));
    }

    /** Nothing, in words of its own. */
    public static EmptyState saying(String text) {
        return new EmptyState("vaadin:inbox", text);
    }
}
