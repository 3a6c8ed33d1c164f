package org.shishi.shell.profile;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.shishi.api.platform.SecondFactor;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.session.Sessions;
import org.shishi.shell.text.ShellTexts;

/** One's second factor: whether there is one, new recovery codes, giving it up. */
final class SecondFactorPanel extends Section {

    private final transient SecondFactor factor;
    private final transient Sessions sessions;
    private final transient Refusals refusals;

    SecondFactorPanel(SecondFactor factor, Sessions sessions, Refusals refusals) {
        this.factor = factor;
        this.sessions = sessions;
        this.refusals = refusals;
        addClassName("card");
        show();
    }

    private void show() {
        removeAll();
        add(new H2(ShellTexts.t("factor.title")));
        Div buttons = new Div();
        buttons.addClassName("programme-actions");
        if (factor.state(CurrentUser.get()) == SecondFactor.State.ENROLLED) {
            add(
                    new StatusBadge(Tone.SUCCESS, "vaadin:shield", ShellTexts.t("factor.on")),
                    new Paragraph(ShellTexts.t("factor.left", factor.recoveryCodesLeft(CurrentUser.get()))));
            buttons.add(
                    new Button(ShellTexts.t("factor.recovery.new"), e -> askCodes()),
                    new Button(ShellTexts.t("factor.remove"), e -> askRemove()));
        } else {
            add(
                    new StatusBadge(Tone.NEUTRAL, "vaadin:shield", ShellTexts.t("factor.off")),
                    new Paragraph(ShellTexts.t("factor.why")));
            buttons.add(new Button(
                    ShellTexts.t("factor.set-up"), e -> UI.getCurrent().navigate(SecondFactorPage.ROUTE)));
        }
        add(buttons);
    }

    private void askRemove() {
        ask("factor.remove", "factor.remove.effect", code -> {
            factor.remove(CurrentUser.get(), code);
            sessions.factorChanged();
            show();
            Notices.success(ShellTexts.t("factor.removed"));
        });
    }

    private void askCodes() {
        ask("factor.recovery.new", "factor.recovery.effect", code -> {
            Dialog shown = new Dialog();
            shown.setHeaderTitle(ShellTexts.t("factor.recovery"));
            shown.setCloseOnEsc(false);
            shown.setCloseOnOutsideClick(false);
            shown.add(new RecoveryCodes(factor.recoveryCodes(CurrentUser.get(), code), () -> {
                shown.close();
                show();
            }));
            shown.open();
        });
    }

    private void ask(String verb, String effect, Consumer<String> deed) {
        TextField code = new TextField(ShellTexts.t("factor.code"));
        code.setWidthFull();
        code.getElement().setAttribute("autocomplete", "one-time-code");
        new ActionDialog(ShellTexts.t(verb), ShellTexts.t(effect), ShellTexts.t(verb))
                .with(code)
                .open(answer -> deed.accept(code.getValue()), refusals.words());
    }
}
