package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.Icon;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Shows a masked value in clear: asks what for, reads it through the door that writes the audit entry, hands it over.
 * What is refused is said in the dialog, and the reason typed there stays.
 */
public final class RevealButton extends Button {

    /**
     * @param what label of the value
     * @param read reason → value in clear; for example {@code reason -> records.reveal(caller, id, field, reason)}
     * @param revealed gets the value
     * @param refusals how refusals are put into words
     */
    public RevealButton(String what, UnaryOperator<String> read, Consumer<String> revealed, RefusalWords refusals) {
        super(new Icon("vaadin:eye"));
        addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        addClassName("reveal");
        setAriaLabel(t("reveal.button", what));
        setTooltipText(t("reveal.button", what));
        addClickListener(e -> new ActionDialog(t("reveal.title", what), t("reveal.effect"), t("reveal.verb"))
                .reasonRequired(t("reveal.reason"))
                .open(answer -> revealed.accept(read.apply(answer.reason())), refusals));
    }
}
