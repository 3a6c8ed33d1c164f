package org.shishi.kit.sheet;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;

/** The steps of an import, numbered, with the one that is shown. */
final class StepLine extends OrderedList {

    StepLine(List<ImportFlow.Step> steps, ImportFlow.Step now) {
        addClassName("step-line");
        getElement().setAttribute("aria-label", t("import.steps"));
        for (ImportFlow.Step step : steps) {
            ListItem item = new ListItem(t("import.step." + step));
            if (step == now) {
                item.addClassName("here");
                item.getElement().setAttribute("aria-current", "step");
            } else if (step.ordinal() < now.ordinal()) {
                item.addClassName("passed");
            }
            add(item);
        }
    }
}
