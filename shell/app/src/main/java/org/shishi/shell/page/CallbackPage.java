package org.shishi.shell.page;

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
import org.shishi.shell.session.ElsewhereSignIn;
import org.shishi.shell.text.ShellTexts;

/** Where the browser that comes back from the provider stays when it is refused: says why. */
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
        panel.add(new H1(ShellTexts.t("login.refused")));
        add(panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refusals.words().of(elsewhere.refusal()).forEach(words -> panel.add(new Paragraph(words)));
        panel.add(new Anchor("/login", ShellTexts.t("login.back")));
    }

    @Override
    public String getPageTitle() {
        return ShellTexts.t("page.title", ShellTexts.t("login.title"));
    }
}
