package org.shishi.shell.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.Accounts;
import org.shishi.api.platform.Deputies;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.ErrorSummary;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** One account: its name, its roles per organisation and programme, its password and lock. Also the form for a new one. */
@Component(service = AccountPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(Right.PLATFORM)
public final class AccountPage extends ShellPage implements BeforeEnterObserver {

    private static final String NEW = "new";

    private final transient Accounts accounts;
    private final transient Deputies deputies;
    private final transient Refusals refusals;
    private final ErrorSummary errors = new ErrorSummary();
    private final TextField userName = new TextField(ShellTexts.t("accounts.user"));
    private final TextField displayName = new TextField(ShellTexts.t("accounts.name"));
    private final GrantsEditor grants;
    private final Div doings = new Div();
    private transient Accounts.Account account;

    @Activate
    public AccountPage(
            @Reference Accounts accounts,
            @Reference Deputies deputies,
            @Reference Organisations organisations,
            @Reference LiveProgrammes programmes,
            @Reference Refusals refusals) {
        super("accounts.new");
        this.accounts = accounts;
        this.deputies = deputies;
        this.refusals = refusals;
        grants = new GrantsEditor(organisations, programmes);
        List.of(userName, displayName).forEach(AccountPage::mandatory);
        userName.setHelperText(ShellTexts.t("accounts.user.help"));
        userName.getElement().setAttribute("autocomplete", "off");
        Button save = new Button(ShellTexts.t("save"), e -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons =
                new Div(save, Links.button(AccountsPage.ROUTE, "vaadin:arrow-left", ShellTexts.t("accounts.back")));
        buttons.addClassName("form-buttons");
        Div names = new Div(userName, displayName);
        names.addClassName("form");
        Section form = new Section(errors, names, new H2(ShellTexts.t("accounts.grants")), grants, buttons);
        form.addClassNames("card", "stack");
        add(form, doings);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String which = event.getRouteParameters().get("account").orElse(NEW);
        if (which.equals(NEW)) {
            return;
        }
        Optional<UUID> id = Paging.uuid(which);
        if (id.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(accounts.get(CurrentUser.get(), id.get()));
    }

    private void show(Accounts.Account now) {
        account = now;
        heading(ShellTexts.t("accounts.of", now.displayName()));
        userName.setValue(now.userName());
        userName.setReadOnly(true);
        displayName.setValue(now.displayName());
        grants.show(now.grants());
        errors.clear();
        doings.removeAll();
        doings.add(new AccountDoings(accounts, now, this::show, refusals), new DeputiesPanel(deputies, now, refusals));
    }

    private void save() {
        List<ErrorSummary.Line> lines = new ArrayList<>();
        missing(userName, lines);
        missing(displayName, lines);
        lines.addAll(grants.problems());
        if (lines.isEmpty()) {
            try {
                write(grants.grants());
            } catch (RefusedException e) {
                refusals.words()
                        .of(e.violations())
                        .forEach(words -> lines.add(new ErrorSummary.Line(null, words, null)));
            }
        }
        errors.show(lines);
    }

    private void write(Set<Accounts.Grant> wanted) {
        if (account == null) {
            Accounts.Created created = accounts.create(
                    CurrentUser.get(),
                    userName.getValue().strip(),
                    displayName.getValue().strip(),
                    wanted);
            OneTimePassword.show(created.account().displayName(), created.oneTimePassword(), () -> UI.getCurrent()
                    .navigate(AccountsPage.ROUTE + "/" + created.account().id()));
            return;
        }
        show(accounts.update(
                CurrentUser.get(),
                new Accounts.Account(
                        account.id(),
                        account.userName(),
                        displayName.getValue().strip(),
                        account.disabled(),
                        account.locked(),
                        wanted,
                        account.version())));
        Notices.success(ShellTexts.t("accounts.saved", account.displayName()));
    }

    private static void mandatory(TextField field) {
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.setWidthFull();
    }

    private static void missing(TextField field, List<ErrorSummary.Line> lines) {
        boolean missing = field.getValue().isBlank();
        field.setInvalid(missing);
        field.setErrorMessage(missing ? ShellTexts.t("required") : null);
        if (missing) {
            lines.add(new ErrorSummary.Line(field.getLabel(), ShellTexts.t("required"), field::focus));
        }
    }
}
