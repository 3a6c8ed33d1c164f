package org.shishi.shell.page;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.kit.component.Links;
import org.shishi.shell.layout.MainLayout;
import org.shishi.shell.live.StandIn;
import org.shishi.shell.text.ShellTexts;

/** An address that leads nowhere. */
@Component(service = NotFoundPage.class, scope = ServiceScope.PROTOTYPE)
@ParentLayout(MainLayout.class)
public final class NotFoundPage extends ShellPage implements HasErrorParameter<NotFoundException>, StandIn {

    public NotFoundPage() {
        super("not-found.title");
        Paragraph text = new Paragraph(ShellTexts.t("not-found.text"));
        text.addClassName("lead");
        add(text, Links.primary("", "vaadin:home-o", ShellTexts.t("offline.home")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
