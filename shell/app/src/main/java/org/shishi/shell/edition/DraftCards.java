package org.shishi.shell.edition;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.EditionAdmin.Number;
import org.shishi.api.platform.EditionAdmin.Revision;
import org.shishi.api.platform.EditionAdmin.Status;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Changes that wait for a second person, each with what it changes. */
final class DraftCards extends Section {

    private final transient EditionVisit visit;

    DraftCards(EditionVisit visit) {
        this.visit = visit;
        addClassName("stack");
        add(new H2(ShellTexts.t("edition.drafts", visit.sheet().head().drafts())));
        for (Number number : visit.sheet().numbers()) {
            number.revisions(Status.DRAFT).forEach(draft -> add(card(number, draft)));
        }
    }

    private Article card(Number number, Revision draft) {
        Div head = new Div(new H3(ShellTexts.t(number.title())), new Span(HistoryDialog.from(draft)));
        if (draft.validFrom() != null
                && draft.validFrom().isBefore(visit.sheet().day())) {
            head.add(new StatusBadge(Tone.WARNING, "vaadin:time-backward", ShellTexts.t("edition.retroactive")));
        }
        head.addClassName("card-head");
        Paragraph by = new Paragraph(ShellTexts.t("edition.proposed-by", draft.by(), Moments.minute(draft.at())));
        by.addClassName("muted");
        Article card = new Article(
                head,
                new Difference(visit.words(), number, draft.before(), draft.value()),
                new Paragraph(ShellTexts.t("edition.because", draft.reason())),
                by,
                actions(number, draft));
        card.addClassNames("card", "draft-card");
        return card;
    }

    private Div actions(Number number, Revision draft) {
        Div actions = new Div();
        actions.addClassName("programme-actions");
        String title = ShellTexts.t(number.title());
        boolean own = draft.by().equals(CurrentUser.get().name());
        if (visit.may(Right.PARAMETERS_PUBLISH)) {
            Button publish = new Button(ShellTexts.t("edition.publish"), e -> publish(title, draft));
            publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            publish.setAriaLabel(ShellTexts.t("action.on", ShellTexts.t("edition.publish"), title));
            actions.add(publish);
        }
        if (own || visit.may(Right.PARAMETERS_PUBLISH)) {
            Button withdraw = new Button(
                    ShellTexts.t(own ? "edition.withdraw" : "edition.send-back"), e -> withdraw(title, draft, own));
            withdraw.setAriaLabel(
                    ShellTexts.t("action.on", ShellTexts.t(own ? "edition.withdraw" : "edition.send-back"), title));
            actions.add(withdraw);
        }
        if (actions.getComponentCount() == 0) {
            Span wait = new Span(ShellTexts.t("edition.second-person"));
            wait.addClassName("muted");
            actions.add(wait);
        }
        return actions;
    }

    private void publish(String title, Revision draft) {
        new ActionDialog(
                        ShellTexts.t("edition.publish.title", title),
                        ShellTexts.t("edition.publish.effect", HistoryDialog.from(draft)),
                        ShellTexts.t("edition.publish"))
                .open(
                        answer -> {
                            visit.admin().publish(CurrentUser.get(), draft.id());
                            Notices.success(ShellTexts.t("edition.published", title));
                            visit.again().run();
                        },
                        visit.refusals());
    }

    private void withdraw(String title, Revision draft, boolean own) {
        ActionDialog dialog = new ActionDialog(
                ShellTexts.t("edition.withdraw.title", title),
                ShellTexts.t("edition.withdraw.effect"),
                ShellTexts.t(own ? "edition.withdraw" : "edition.send-back"));
        (own ? dialog.reason(ShellTexts.t("edition.reason")) : dialog.reasonRequired(ShellTexts.t("edition.reason")))
                .open(
                        answer -> {
                            visit.admin().withdraw(CurrentUser.get(), draft.id(), answer.reason());
                            visit.again().run();
                        },
                        visit.refusals());
    }
}
