package org.shishi.shell.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.shishi.shell.text.ShellTexts;

/** Recovery codes, shown once. */
final class RecoveryCodes extends Div {

    RecoveryCodes(List<String> codes, Runnable kept) {
        addClassNames("stack", "recovery");
        OrderedList list = new OrderedList();
        list.addClassName("recovery-codes");
        codes.forEach(code -> list.add(new ListItem(code)));
        Button go = new Button(ShellTexts.t("factor.recovery.kept"), e -> kept.run());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new H2(ShellTexts.t("factor.recovery")),
                new Paragraph(ShellTexts.t("factor.recovery.text")),
                list,
                new Div(go));
    }
}
