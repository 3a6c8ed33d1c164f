package org.shishi.shell.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import org.shishi.shell.text.ShellTexts;

/** A page of the platform: one heading, actions beside it, content below. */
public abstract class ShellPage extends Div implements HasDynamicTitle {

    private final H1 heading = new H1();
    private final Div actions = new Div();

    /** @param titleKey of heading and window title */
    protected ShellPage(String titleKey, Object... args) {
        addClassName("page");
        actions.addClassName("page-actions");
        actions.setVisible(false);
        Div head = new Div(heading, actions);
        head.addClassName("page-head");
        add(head);
        heading(ShellTexts.t(titleKey, args));
    }

    protected final void heading(String text) {
        heading.setText(text);
    }

    /** A sentence below the heading. */
    protected final void lead(String key, Object... args) {
        Paragraph lead = new Paragraph(ShellTexts.t(key, args));
        lead.addClassName("lead");
        add(lead);
    }

    protected final void actions(Component... buttons) {
        actions.add(buttons);
        actions.setVisible(true);
    }

    @Override
    public String getPageTitle() {
        return ShellTexts.t("page.title", heading.getText());
    }
}
