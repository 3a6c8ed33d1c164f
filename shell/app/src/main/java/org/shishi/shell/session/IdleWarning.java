package org.shishi.shell.session;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/**
 * The question whether somebody is still there. The browser's own dialog element: Vaadin's would tell the server that it
 * opened, and that would count as a sign of life.
 */
@Tag("dialog")
final class IdleWarning extends HtmlContainer {

    private IdleWarning(Instant ends) {
        addClassName("idle-warning");
        getElement().setAttribute("role", "alertdialog").setAttribute("aria-labelledby", "idle-title");
        H2 title = new H2(ShellTexts.t("idle.title"));
        title.setId("idle-title");
        // The click itself is the sign of life.
        Button stay = new Button(ShellTexts.t("idle.stay"), e -> hide(UI.getCurrent()));
        stay.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        stay.getElement().setAttribute("autofocus", true);
        Div buttons = new Div(stay);
        buttons.addClassName("form-buttons");
        add(title, new Paragraph(ShellTexts.t("idle.text", Moments.clock(ends))), buttons);
        getElement().executeJs("this.addEventListener('cancel', e => e.preventDefault()); this.showModal();");
    }

    static boolean open(UI ui) {
        return ComponentUtil.getData(ui, IdleWarning.class) != null;
    }

    static void show(UI ui, Instant ends) {
        if (open(ui)) {
            return;
        }
        IdleWarning warning = new IdleWarning(ends);
        ComponentUtil.setData(ui, IdleWarning.class, warning);
        ui.getElement().appendChild(warning.getElement());
    }

    static void hide(UI ui) {
        IdleWarning warning = ComponentUtil.getData(ui, IdleWarning.class);
        if (warning != null) {
            ComponentUtil.setData(ui, IdleWarning.class, null);
            warning.getElement().removeFromParent();
        }
    }
}
