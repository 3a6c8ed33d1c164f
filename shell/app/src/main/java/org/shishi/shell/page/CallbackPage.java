package org.shishi.shell.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.rule.RefusedException;
import org.shishi.shell.session.ElsewhereSignIn;
import org.shishi.shell.text.ShellTexts;

/** Where the browser comes back to from the provider: goes on at once, or says why not. */
@Component(service = CallbackPage.class, scope = ServiceScope.PROTOTYPE)
public final class CallbackPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ElsewhereSignIn elsewhere;
    private final transient Refusals refusals;
    private final Main panel = new Main();

    @Activate
    public CallbackPage(@Reference ElsewhereSignIn elsewhere, @Reference Refusals refusals) {
        this.elsewhere = elsewhere;
        this.refusals = refusals;
        addClassName("entry");
        panel.addClassName("entry-panel");
        panel.add(new H1(ShellTexts.t("login.title")));
        add(panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            String to =
                    elsewhere.arrive(event.getLocation().getQueryParameters().getQueryString());
            UI.getCurrent().getPage().setLocation(Destination.of(to));
        } catch (RefusedException e) {
            refusals.words().of(e.violations()).forEach(words -> panel.add(new Paragraph(words)));
            panel.add(new Anchor("/login", ShellTexts.t("login.back")));
        }
    }

    @Override
    public String getPageTitle() {
        return ShellTexts.t("page.title", ShellTexts.t("login.title"));
    }
}
