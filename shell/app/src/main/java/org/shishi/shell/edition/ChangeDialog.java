package org.shishi.shell.edition;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import org.shishi.api.platform.EditionAdmin.Change;
import org.shishi.api.platform.EditionAdmin.Number;
import org.shishi.api.programme.EditionState;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.kit.component.ErrorSummary;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.BuiltIn;
import org.shishi.shell.input.InputField;
import org.shishi.shell.input.InputFields;
import org.shishi.shell.input.SampleShape;
import org.shishi.shell.text.ShellTexts;

/** Proposes a new value: what, from when, why. A second person publishes it. Refused, it stays open and keeps all. */
final class ChangeDialog {

    private final EditionVisit visit;
    private final Number number;
    private final Dialog dialog = new Dialog();
    private final ErrorSummary errors = new ErrorSummary();
    private final InputField value;
    private final Checkbox empty = new Checkbox(ShellTexts.t("edition.leave-empty"));
    private final DatePicker from = BuiltIn.speak(new DatePicker(ShellTexts.t("edition.valid-from")));
    private final TextArea reason = new TextArea(ShellTexts.t("edition.reason"));

    ChangeDialog(EditionVisit visit, Number number) {
        this.visit = visit;
        this.number = number;
        Object shown = number.parameter().value();
        Object sample = number.declared() == null ? shown : number.declared();
        value = InputFields.of(
                SampleShape.of(number.parameter(), sample), visit.words().input(number));
        value.show(shown);
        dialog.setHeaderTitle(ShellTexts.t("edition.change.title", ShellTexts.t(number.title())));
        dialog.addClassName("action-dialog");
        dialog.setWidth("36rem");
        dialog.setCloseOnOutsideClick(false);
        dialog.add(content(shown));
        Button propose = new Button(ShellTexts.t("edition.propose"), e -> propose());
        propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(ShellTexts.t("cancel"), e -> dialog.close()), propose);
    }

    private Div content(Object shown) {
        empty.setVisible(number.parameter().mayBeEmpty());
        empty.setValue(shown == null);
        value.component().setVisible(true);
        empty.addValueChangeListener(e -> value.component().setVisible(!e.getValue()));
        // Who opens it for an empty value wants to set one.
        empty.setValue(false);
        boolean draft = visit.state() == EditionState.DRAFT;
        from.setValue(draft ? null : visit.sheet().day());
        from.setRequiredIndicatorVisible(!draft);
        from.addValueChangeListener(e -> help(draft));
        help(draft);
        from.setManualValidation(true);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setMinRows(2);
        reason.setHelperText(ShellTexts.t("edition.reason.help"));
        Paragraph now = new Paragraph(ShellTexts.t("edition.now", visit.words().value(number, shown)));
        now.addClassName("muted");
        Div content = new Div(errors, now, value.component(), empty, from, reason);
        content.addClassName("stack");
        return content;
    }

    /** A first day that is over already is said to be one before anybody sends it off. */
    private void help(boolean draft) {
        boolean past = from.getValue() != null
                && from.getValue().isBefore(visit.sheet().day());
        String key = past ? "edition.valid-from.past" : draft ? "edition.valid-from.draft" : "edition.valid-from.help";
        from.setHelperText(ShellTexts.t(key));
    }

    void open() {
        dialog.open();
        value.focus("");
    }

    private void propose() {
        value.silence();
        from.setInvalid(false);
        reason.setInvalid(false);
        Object wanted = empty.getValue() ? null : value.value();
        Change change = new Change(number.parameter().name(), wanted, from.getValue(), reason.getValue());
        try {
            visit.admin().propose(CurrentUser.get(), visit.programmeId(), visit.year(), change);
            dialog.close();
            Notices.success(ShellTexts.t("edition.proposed"));
            visit.again().run();
        } catch (RefusedException e) {
            complain(e.violations());
        }
    }

    private void complain(List<Violation> violations) {
        List<ErrorSummary.Line> lines = new ArrayList<>();
        for (Violation violation : violations) {
            String message = visit.refusals().of(List.of(violation)).getFirst();
            switch (violation.field()) {
                case "value" -> {
                    value.complain("", message);
                    lines.add(new ErrorSummary.Line(null, message, () -> value.focus("")));
                }
                case "validFrom" -> {
                    from.setErrorMessage(message);
                    from.setInvalid(true);
                    lines.add(new ErrorSummary.Line(null, message, from::focus));
                }
                case "reason" -> {
                    reason.setErrorMessage(message);
                    reason.setInvalid(true);
                    lines.add(new ErrorSummary.Line(null, message, reason::focus));
                }
                case null -> lines.add(new ErrorSummary.Line(null, message, null));
                default -> lines.add(new ErrorSummary.Line(null, message, null));
            }
        }
        errors.show(lines);
    }
}
