package org.shishi.shell.profile;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.shishi.api.platform.OpenIdSignIn;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.session.ElsewhereSignIn;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Accounts elsewhere with which one may sign in here. */
final class ElsewherePanel extends Section {

    private final transient OpenIdSignIn openId;
    private final transient ElsewhereSignIn elsewhere;
    private final transient Refusals refusals;

    ElsewherePanel(OpenIdSignIn openId, ElsewhereSignIn elsewhere, Refusals refusals) {
        this.openId = openId;
        this.elsewhere = elsewhere;
        this.refusals = refusals;
        addClassName("card");
        show();
    }

    private void show() {
        removeAll();
        String provider = elsewhere.provider().orElse("");
        add(new H2(ShellTexts.t("elsewhere.title")), new Paragraph(ShellTexts.t("elsewhere.why", provider)));
        List<OpenIdSignIn.Link> links = openId.links(CurrentUser.get());
        if (!links.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("own-things");
            links.forEach(link -> list.add(line(link)));
            add(list);
        }
        add(new Div(new Button(ShellTexts.t("elsewhere.link", provider), e -> link())));
    }

    private ListItem line(OpenIdSignIn.Link link) {
        Button unlink = new Button(ShellTexts.t("elsewhere.unlink"), e -> {
            openId.unlink(CurrentUser.get(), link);
            show();
            Notices.success(ShellTexts.t("elsewhere.unlinked"));
        });
        unlink.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return new ListItem(
                new Span(ShellTexts.t("elsewhere.details", link.issuer(), Moments.minute(link.linkedAt()))), unlink);
    }

    private void link() {
        try {
            UI.getCurrent()
                    .getPage()
                    .setLocation(elsewhere.depart(ProfilePage.ROUTE).toString());
        } catch (RefusedException e) {
            Notices.error(refusals.words().of(e.violations()));
        }
    }
}
