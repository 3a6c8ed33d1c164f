package org.shishi.shell.layout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.shishi.shell.text.ShellTexts;

/** Says for as long as the demonstration runs that nothing here is real. */
public final class DemoBanner extends Div {

    public DemoBanner() {
        addClassName("demo-banner");
        getElement().setAttribute("role", "note");
        add(VaadinIcon.FLASK.create(), new Span(ShellTexts.t("demo.banner")));
    }
}
