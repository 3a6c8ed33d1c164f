package org.shishi.shell.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.function.Consumer;
import org.shishi.api.platform.Accounts;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.text.ShellTexts;

/** What can be done to an account at once: new one-time password, unlock, disable, enable. */
final class AccountDoings extends Section {

    private final transient Accounts accounts;
    private final transient Accounts.Account account;
    private final transient Consumer<Accounts.Account> changed;
    private final transient Refusals refusals;

    AccountDoings(Accounts accounts, Accounts.Account account, Consumer<Accounts.Account> changed, Refusals refusals) {
        this.accounts = accounts;
        this.account = account;
        this.changed = changed;
        this.refusals = refusals;
        addClassName("card");
        Div buttons = new Div(new Button(ShellTexts.t("accounts.reset"), e -> askReset()));
        buttons.addClassName("programme-actions");
        if (account.locked()) {
            buttons.add(new Button(ShellTexts.t("accounts.unlock"), e -> unlock()));
        }
        buttons.add(
                account.disabled()
                        ? new Button(ShellTexts.t("accounts.enable"), e -> disable(false))
                        : new Button(ShellTexts.t("accounts.disable"), e -> askDisable()));
        add(new H2(ShellTexts.t("accounts.access")), state(), buttons);
    }

    private StatusBadge state() {
        if (account.disabled()) {
            return new StatusBadge(Tone.NEUTRAL, "vaadin:ban", ShellTexts.t("accounts.disabled"));
        }
        return account.locked()
                ? new StatusBadge(Tone.WARNING, "vaadin:lock", ShellTexts.t("accounts.locked"))
                : new StatusBadge(Tone.SUCCESS, "vaadin:check-circle", ShellTexts.t("accounts.active"));
    }

    private void askReset() {
        new ActionDialog(
                        ShellTexts.t("accounts.reset.title", account.displayName()),
                        ShellTexts.t("accounts.reset.effect"),
                        ShellTexts.t("accounts.reset"))
                .open(answer -> reset(), refusals.words());
    }

    private void reset() {
        String password = accounts.resetPassword(CurrentUser.get(), account.id());
        OneTimePassword.show(
                account.displayName(), password, () -> changed.accept(accounts.get(CurrentUser.get(), account.id())));
    }

    private void askDisable() {
        new ActionDialog(
                        ShellTexts.t("accounts.disable.title", account.displayName()),
                        ShellTexts.t("accounts.disable.effect"),
                        ShellTexts.t("accounts.disable"))
                .dangerous()
                .open(answer -> disable(true), refusals.words());
    }

    private void disable(boolean disabled) {
        changed.accept(accounts.disable(CurrentUser.get(), account.id(), disabled));
        Notices.success(
                ShellTexts.t(disabled ? "accounts.disable.done" : "accounts.enable.done", account.displayName()));
    }

    private void unlock() {
        accounts.unlock(CurrentUser.get(), account.id());
        changed.accept(accounts.get(CurrentUser.get(), account.id()));
        Notices.success(ShellTexts.t("accounts.unlock.done", account.displayName()));
    }
}
