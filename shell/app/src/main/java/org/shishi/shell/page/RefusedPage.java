package org.shishi.shell.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.Links;
import org.shishi.shell.layout.MainLayout;
import org.shishi.shell.text.ShellTexts;

/** A page that its visitor may not see, or whose subject they can't see. */
@Component(service = RefusedPage.class, scope = ServiceScope.PROTOTYPE)
@ParentLayout(MainLayout.class)
public final class RefusedPage extends ShellPage implements HasErrorParameter<RefusedException> {

    private final transient Refusals refusals;
    private final Div content = new Div();

    @Activate
    public RefusedPage(@Reference Refusals refusals) {
        super("refused.title");
        this.refusals = refusals;
        add(content, Links.primary("", "vaadin:home-o", ShellTexts.t("offline.home")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<RefusedException> parameter) {
        UnorderedList list = new UnorderedList();
        list.addClassName("reasons");
        refusals.words(event.getLocation())
                .of(parameter.getException().violations())
                .forEach(words -> list.add(new ListItem(words)));
        content.removeAll();
        content.add(list);
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
