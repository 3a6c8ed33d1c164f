package org.shishi.shell.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.ApiTokens;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** One's tokens for other systems: scope, end, last use; making and revoking them. */
final class TokensPanel extends Section {

    private final transient ApiTokens tokens;
    private final transient LiveProgrammes programmes;
    private final transient Clock clock;
    private final transient Refusals refusals;

    TokensPanel(ApiTokens tokens, LiveProgrammes programmes, Clock clock, Refusals refusals) {
        this.tokens = tokens;
        this.programmes = programmes;
        this.clock = clock;
        this.refusals = refusals;
        addClassName("card");
        show();
    }

    private void show() {
        removeAll();
        List<ApiTokens.ApiToken> all = tokens.list(CurrentUser.get());
        add(new H2(ShellTexts.t("tokens.title")), new Paragraph(ShellTexts.t("tokens.why")));
        if (!all.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("own-things");
            all.forEach(token -> list.add(line(token)));
            add(list);
        }
        add(new Div(new Button(ShellTexts.t("tokens.new"), e -> new TokenDialog(
                        programmes, clock, CurrentUser.get().organisation().name())
                .open(this::issue, refusals.words()))));
    }

    private void issue(TokenDialog.Wanted wanted) {
        Caller caller = CurrentUser.get();
        ApiTokens.Issued issued =
                tokens.issue(caller, wanted.name(), wanted.scope(), wanted.programmeId(), wanted.lastDay());
        show();
        Secret.show(ShellTexts.t("tokens.made", issued.token().name()), issued.secret());
    }

    private ListItem line(ApiTokens.ApiToken token) {
        Span name = new Span(token.name());
        name.addClassName("own-name");
        Span details = new Span(ShellTexts.t(
                "tokens.details",
                ShellTexts.t("tokens.scope." + token.scope().name()),
                token.programmeId() == null ? ShellTexts.t("programmes.every") : token.programmeId(),
                token.organisation(),
                Moments.minute(token.expiresAt()),
                token.usedAt() == null ? ShellTexts.t("tokens.unused") : Moments.minute(token.usedAt())));
        details.addClassName("muted");
        Button revoke = new Button(ShellTexts.t("tokens.revoke"), e -> askRevoke(token));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        revoke.setAriaLabel(ShellTexts.t("tokens.revoke.title", token.name()));
        return new ListItem(new Div(name, details), revoke);
    }

    private void askRevoke(ApiTokens.ApiToken token) {
        new ActionDialog(
                        ShellTexts.t("tokens.revoke.title", token.name()),
                        ShellTexts.t("tokens.revoke.effect"),
                        ShellTexts.t("tokens.revoke"))
                .dangerous()
                .open(
                        answer -> {
                            tokens.revoke(CurrentUser.get(), token.id());
                            show();
                            Notices.success(ShellTexts.t("tokens.revoked", token.name()));
                        },
                        refusals.words());
    }
}
