package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;

/**
 * Asks before something is done: the title names the object and the deed, the text its effect, the button is the verb. A
 * reason is asked for where one is needed, remarks per field where a record goes back. Refused, it stays open and says
 * why; nothing typed is lost.
 */
public final class ActionDialog {

    /**
     * @param reason null when none was asked for or given
     * @param remarks by field name
     */
    public record Answer(String reason, Map<String, String> remarks) {}

    private final Dialog dialog = new Dialog();
    private final Div content = new Div();
    private final ErrorSummary errors = new ErrorSummary();
    private final Button act;
    private TextArea reason;
    private boolean reasonMandatory;
    private RemarkFields remarks;

    public ActionDialog(String title, String effect, String verb) {
        dialog.setHeaderTitle(title);
        dialog.addClassName("action-dialog");
        dialog.setWidth("32rem");
        dialog.setCloseOnOutsideClick(false);
        content.addClassName("stack");
        content.add(errors, new Paragraph(effect));
        dialog.add(content);
        act = new Button(verb);
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.setDisableOnClick(true);
        dialog.getFooter().add(new Button(t("cancel"), e -> dialog.close()), act);
    }

    /** The deed takes something away or can't be undone: its button is red. */
    public ActionDialog dangerous() {
        act.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return this;
    }

    public ActionDialog reasonRequired(String label) {
        reasonMandatory = true;
        return reason(label);
    }

    public ActionDialog reason(String label) {
        reason = new TextArea(label);
        reason.setRequiredIndicatorVisible(reasonMandatory);
        reason.setManualValidation(true);
        reason.setMinRows(3);
        reason.setWidthFull();
        content.add(reason);
        return this;
    }

    /** @param fields labels by field name, in their order: what can be remarked upon */
    public ActionDialog remarks(Map<String, String> fields) {
        remarks = new RemarkFields(fields);
        content.add(remarks);
        return this;
    }

    public ActionDialog with(Component more) {
        content.add(more);
        return this;
    }

    /**
     * @param deed done when confirmed; what it refuses is said in the dialog
     */
    public void open(Consumer<Answer> deed, RefusalWords words) {
        act.addClickListener(e -> confirm(deed, words));
        dialog.open();
        within(content)
                .filter(one -> one instanceof HasValue<?, ?> && one instanceof Focusable<?>)
                .findFirst()
                .ifPresent(field -> ((Focusable<?>) field).focus());
    }

    private static Stream<Component> within(Component component) {
        return component.getChildren().flatMap(child -> Stream.concat(Stream.of(child), within(child)));
    }

    private void confirm(Consumer<Answer> deed, RefusalWords words) {
        act.setEnabled(true);
        List<ErrorSummary.Line> lines = missing();
        errors.show(lines);
        if (!lines.isEmpty()) {
            return;
        }
        try {
            deed.accept(answer());
            dialog.close();
        } catch (RefusedException e) {
            errors.show(t("errors.refused"), lines(e.violations(), words));
        } catch (RuntimeException e) {
            // Closed first: a dialog over the page that says what happened would hide it.
            dialog.close();
            throw e;
        }
    }

    private List<ErrorSummary.Line> missing() {
        List<ErrorSummary.Line> lines = new ArrayList<>();
        boolean without = reasonMandatory && reason.getValue().isBlank();
        if (reason != null) {
            reason.setInvalid(without);
            reason.setErrorMessage(without ? t("reason.missing") : null);
        }
        if (without) {
            lines.add(new ErrorSummary.Line(reason.getLabel(), t("reason.missing"), reason::focus));
        }
        return lines;
    }

    private static List<ErrorSummary.Line> lines(List<Violation> violations, RefusalWords words) {
        return words.of(violations).stream()
                .map(message -> new ErrorSummary.Line(null, message, null))
                .toList();
    }

    private Answer answer() {
        String why = reason == null || reason.getValue().isBlank()
                ? null
                : reason.getValue().strip();
        return new Answer(why, remarks == null ? Map.of() : remarks.values());
    }
}
