package org.shishi.shell.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.shishi.api.platform.Accounts;
import org.shishi.api.platform.Deputies;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.BuiltIn;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.text.ShellTexts;

/** Who stands in for an account, and for whom it does. */
final class DeputiesPanel extends Section {

    private final transient Deputies deputies;
    private final transient Accounts.Account account;
    private final transient Refusals refusals;

    DeputiesPanel(Deputies deputies, Accounts.Account account, Refusals refusals) {
        this.deputies = deputies;
        this.account = account;
        this.refusals = refusals;
        addClassName("card");
        show();
    }

    private void show() {
        removeAll();
        add(new H2(ShellTexts.t("accounts.deputies")));
        List<Deputies.Deputy> all = deputies.of(CurrentUser.get(), account.id());
        if (all.isEmpty()) {
            add(new Paragraph(ShellTexts.t("accounts.deputies.none")));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("own-things");
            all.forEach(deputy -> list.add(line(deputy)));
            add(list);
        }
        add(new Div(new Button(ShellTexts.t("accounts.deputy.add"), e -> ask())));
    }

    private static String words(Deputies.Deputy deputy) {
        return ShellTexts.t(
                "accounts.deputy.line", deputy.deputyName(), deputy.accountName(), deputy.from(), deputy.until());
    }

    private ListItem line(Deputies.Deputy deputy) {
        Button end = new Button(ShellTexts.t("accounts.deputy.end"), e -> askEnd(deputy));
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        end.setAriaLabel(ShellTexts.t("action.on", ShellTexts.t("accounts.deputy.end"), words(deputy)));
        return new ListItem(new Span(words(deputy)), end);
    }

    private void ask() {
        TextField user = new TextField(ShellTexts.t("accounts.deputy.user"));
        user.setRequiredIndicatorVisible(true);
        user.getElement().setAttribute("autocomplete", "off");
        DatePicker from = BuiltIn.speak(new DatePicker(ShellTexts.t("accounts.deputy.from")));
        DatePicker until = BuiltIn.speak(new DatePicker(ShellTexts.t("accounts.deputy.until")));
        until.setRequiredIndicatorVisible(true);
        Div fields = new Div(user, from, until);
        fields.addClassName("form");
        new ActionDialog(
                        ShellTexts.t("accounts.deputy.title", account.displayName()),
                        ShellTexts.t("accounts.deputy.effect"),
                        ShellTexts.t("accounts.deputy.add"))
                .with(fields)
                .open(
                        answer -> {
                            deputies.appoint(
                                    CurrentUser.get(),
                                    account.id(),
                                    user.getValue(),
                                    from.getValue(),
                                    until.getValue());
                            show();
                            Notices.success(ShellTexts.t("accounts.deputy.added"));
                        },
                        refusals.words());
    }

    private void askEnd(Deputies.Deputy deputy) {
        new ActionDialog(words(deputy), ShellTexts.t("accounts.deputy.end.effect"), ShellTexts.t("accounts.deputy.end"))
                .dangerous()
                .open(
                        answer -> {
                            deputies.end(CurrentUser.get(), deputy.id());
                            show();
                            Notices.success(ShellTexts.t("accounts.deputy.ended"));
                        },
                        refusals.words());
    }
}
