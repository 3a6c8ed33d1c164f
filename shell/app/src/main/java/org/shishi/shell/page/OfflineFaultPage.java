package org.shishi.shell.page;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.kit.component.Links;
import org.shishi.shell.layout.MainLayout;
import org.shishi.shell.live.StandIn;
import org.shishi.shell.text.ShellTexts;

/** A programme that left while its page was being made; a moment later the offline page proper takes over. */
@Component(service = OfflineFaultPage.class, scope = ServiceScope.PROTOTYPE)
@ParentLayout(MainLayout.class)
public final class OfflineFaultPage extends ShellPage implements HasErrorParameter<ProgrammeOfflineException>, StandIn {

    public OfflineFaultPage() {
        super("offline.title");
        add(
                new Paragraph(ShellTexts.t("offline.safe")),
                new Paragraph(ShellTexts.t("offline.back")),
                Links.primary("", "vaadin:home-o", ShellTexts.t("offline.home")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<ProgrammeOfflineException> parameter) {
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
}
