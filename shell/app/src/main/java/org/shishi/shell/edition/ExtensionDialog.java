package org.shishi.shell.edition;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.field.OrganisationPicker;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.BuiltIn;
import org.shishi.shell.text.ShellTexts;

/** Which window is held open, for whom, until when, why. */
final class ExtensionDialog {

    private final EditionVisit visit;
    private final Select<ExtensionList.Window> window = new Select<>();
    private final OrganisationPicker organisation;
    private final DatePicker until = BuiltIn.speak(new DatePicker(ShellTexts.t("extension.until")));

    ExtensionDialog(EditionVisit visit, List<ExtensionList.Window> windows) {
        this.visit = visit;
        organisation = new OrganisationPicker(
                ShellTexts.t("extension.organisation"), visit.organisations(), CurrentUser.get());
        window.setLabel(ShellTexts.t("extension.window"));
        window.setItems(windows);
        window.setItemLabelGenerator(each -> ShellTexts.t("extension.window.item", each.title(), each.to()));
        window.setValue(windows.getFirst());
    }

    void open() {
        Div fields = new Div(window, organisation, until);
        fields.addClassName("stack");
        new ActionDialog(
                        ShellTexts.t("extension.grant"),
                        ShellTexts.t("extension.effect"),
                        ShellTexts.t("extension.grant.verb"))
                .with(fields)
                .reasonRequired(ShellTexts.t("edition.reason"))
                .open(
                        answer -> {
                            visit.admin()
                                    .extend(
                                            CurrentUser.get(),
                                            visit.programmeId(),
                                            visit.year(),
                                            window.getValue().name(),
                                            organisation.getValue() == null
                                                    ? null
                                                    : organisation.getValue().id(),
                                            until.getValue(),
                                            answer.reason());
                            visit.again().run();
                        },
                        visit.refusals());
    }
}
