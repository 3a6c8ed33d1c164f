package org.shishi.kit.edit;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import org.shishi.kit.component.Links;

/** Under a form: save, and the way back. */
final class FormButtons extends Div {

    FormButtons(String verb, Runnable save, String back) {
        addClassNames("form-buttons");
        Button button = new Button(verb);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setDisableOnClick(true);
        button.addClickListener(e -> {
            try {
                save.run();
            } finally {
                button.setEnabled(true);
            }
        });
        add(Links.button(back, "vaadin:arrow-left", t("cancel")), button);
    }
}
