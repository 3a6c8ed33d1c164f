package org.shishi.shell.page;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.Incidents;
import org.shishi.kit.component.Links;
import org.shishi.shell.layout.MainLayout;
import org.shishi.shell.text.ShellTexts;

/** A page that could not be made. Stands where the page would: menu and header go on working. */
@Component(service = FaultPage.class, scope = ServiceScope.PROTOTYPE)
@ParentLayout(MainLayout.class)
public final class FaultPage extends ShellPage implements HasErrorParameter<Exception> {

    private final transient Incidents incidents;
    private final Paragraph number = new Paragraph();

    @Activate
    public FaultPage(@Reference Incidents incidents) {
        super("fault.title");
        this.incidents = incidents;
        number.addClassName("incident");
        Paragraph text = new Paragraph(ShellTexts.t("fault.text"));
        text.addClassName("lead");
        add(text, number, Links.primary("", "vaadin:home-o", ShellTexts.t("offline.home")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String incident = incidents.report("/" + event.getLocation().getPath(), parameter.getException());
        number.setText(ShellTexts.t("fault.number", incident));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
