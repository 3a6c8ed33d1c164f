package org.shishi.kit.sheet;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import org.shishi.api.platform.Tasks;
import org.shishi.kit.text.Messages;

/** Why a task did not come to its end. */
final class TaskTrouble extends Div {

    TaskTrouble(Tasks.Task task) {
        addClassName("refused");
        getElement().setAttribute("role", "alert");
        Div words = new Div(new Paragraph(t("task." + task.state())));
        if (task.error() != null) {
            words.add(new Paragraph(task.error().in(Messages.locale())));
        }
        if (task.errorCode() != null) {
            Paragraph code = new Paragraph(t("task.code", task.errorCode()));
            code.addClassName("muted");
            words.add(code);
        }
        add(new Icon("vaadin:exclamation-circle"), words);
    }
}
