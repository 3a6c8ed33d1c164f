package org.shishi.shell.edition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.EditionAdmin.Head;
import org.shishi.api.platform.EditionAdmin.Number;
import org.shishi.api.platform.EditionAdmin.Status;
import org.shishi.api.programme.EditionState;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.text.ShellTexts;

/** What may be done with a whole year: the next state, the copy for the year after, confirming what is left. */
final class YearActions {

    private final EditionVisit visit;
    private final boolean nextYearIsCopied;

    YearActions(EditionVisit visit, List<Head> years) {
        this.visit = visit;
        this.nextYearIsCopied = years.stream()
                .anyMatch(head -> head.year() == visit.year() + 1
                        && (head.state() != EditionState.DRAFT || head.copiedFrom() != null));
    }

    List<Component> buttons() {
        List<Component> buttons = new ArrayList<>();
        if (visit.may(Right.PARAMETERS_PUBLISH) && visit.state() != EditionState.ARCHIVED) {
            EditionState next = EditionState.values()[visit.state().ordinal() + 1];
            Button move = new Button(ShellTexts.t(key(next)), e -> move(next));
            if (next == EditionState.PUBLISHED) {
                move.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            buttons.add(move);
        }
        if (visit.may(Right.PARAMETERS_DRAFT)) {
            int waiting = unconfirmed().size();
            if (waiting > 1) {
                Button all = new Button(
                        ShellTexts.t("edition.confirm-all", waiting), new Icon("vaadin:check"), e -> confirmAll());
                buttons.add(all);
            }
            if (!nextYearIsCopied && visit.state() != EditionState.DRAFT) {
                buttons.add(new Button(
                        ShellTexts.t("edition.copy", Integer.toString(visit.year() + 1)),
                        new Icon("vaadin:copy-o"),
                        e -> copy()));
            }
        }
        return buttons;
    }

    private static String key(EditionState next) {
        return "edition.to." + next.name().toLowerCase(Locale.ROOT);
    }

    private List<String> unconfirmed() {
        return visit.sheet().numbers().stream()
                .filter(number -> !number.revisions(Status.UNCONFIRMED).isEmpty())
                .map(Number::parameter)
                .map(parameter -> parameter.name())
                .toList();
    }

    private void move(EditionState next) {
        ActionDialog dialog = new ActionDialog(
                ShellTexts.t(
                        key(next) + ".title", EditionWords.title(visit.sheet().head())),
                ShellTexts.t(key(next) + ".effect"),
                ShellTexts.t(key(next)));
        if (next != EditionState.PUBLISHED) {
            dialog.reasonRequired(ShellTexts.t("edition.reason"));
        }
        open(dialog, answer -> {
            visit.admin().move(CurrentUser.get(), visit.programmeId(), visit.year(), next, answer.reason());
            Notices.success(ShellTexts.t(key(next) + ".done"));
            visit.again().run();
        });
    }

    private void confirmAll() {
        List<String> names = unconfirmed();
        ActionDialog dialog = new ActionDialog(
                        ShellTexts.t("edition.confirm-all.title", names.size()),
                        ShellTexts.t("edition.confirm-all.effect"),
                        ShellTexts.t("edition.confirm-all", names.size()))
                .reasonRequired(ShellTexts.t("edition.reason"));
        open(dialog, answer -> {
            visit.admin().confirm(CurrentUser.get(), visit.programmeId(), visit.year(), names, answer.reason());
            visit.again().run();
        });
    }

    private void copy() {
        String next = Integer.toString(visit.year() + 1);
        ActionDialog dialog = new ActionDialog(
                ShellTexts.t("edition.copy.title", next),
                ShellTexts.t("edition.copy.effect", next),
                ShellTexts.t("edition.copy.verb"));
        open(dialog, answer -> {
            visit.admin().copyToNextYear(CurrentUser.get(), visit.programmeId(), visit.year());
            Notices.success(ShellTexts.t("edition.copy.done", next));
            UI.getCurrent().navigate(EditionPage.path(visit.programmeId(), visit.year() + 1));
        });
    }

    private void open(ActionDialog dialog, Consumer<ActionDialog.Answer> deed) {
        dialog.open(deed, visit.refusals());
    }
}
