package org.shishi.shell.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import org.shishi.api.organisation.OrgPlan;
import org.shishi.shell.text.ShellTexts;

/** The steps of a plan as sentences. */
final class PlanSteps {

    /** More would not be read; the count above says how many there are. */
    private static final int SHOWN = 50;

    private PlanSteps() {}

    static Component of(OrgPlan plan) {
        OrderedList list = new OrderedList();
        plan.steps().stream().limit(SHOWN).forEach(step -> list.add(new ListItem(sentence(step))));
        Div box = new Div(new H3(ShellTexts.t("organisations.plan.steps")), list);
        if (plan.steps().size() > SHOWN) {
            box.add(new Paragraph(
                    ShellTexts.t("organisations.plan.more", plan.steps().size() - SHOWN)));
        }
        if (plan.units() > 0) {
            box.add(new Paragraph(ShellTexts.t("organisations.plan.units", plan.units())));
        }
        box.addClassName("plan-steps");
        return box;
    }

    private static String sentence(OrgPlan.Step step) {
        String key = "organisations.step." + step.kind();
        return step.below() > 0
                ? ShellTexts.t(key + ".below", step.name(), step.value(), step.below())
                : ShellTexts.t(key, step.name(), step.value());
    }
}
