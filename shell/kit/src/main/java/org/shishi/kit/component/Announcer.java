package org.shishi.kit.component;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;

/** Tells screen readers what changed on the page without moving the focus: results of a query, progress, saved. */
public final class Announcer {

    private static final String AGAIN = "\u00A0";

    private final Span region = new Span();

    private Announcer(UI ui) {
        region.addClassName("visually-hidden");
        region.getElement().setAttribute("role", "status").setAttribute("aria-live", "polite");
        ui.getElement().appendChild(region.getElement());
    }

    /** Says it on the page at hand. */
    public static void say(String text) {
        UI ui = UI.getCurrent();
        Announcer announcer = ComponentUtil.getData(ui, Announcer.class);
        if (announcer == null) {
            announcer = new Announcer(ui);
            ComponentUtil.setData(ui, Announcer.class, announcer);
        }
        // The same words twice are no change, and would not be read.
        announcer.region.setText(text.equals(announcer.region.getText()) ? text + AGAIN : text);
    }
}
