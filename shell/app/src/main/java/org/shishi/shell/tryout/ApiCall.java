package org.shishi.shell.tryout;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Pre;
import org.shishi.api.rule.RuleInfo;
import org.shishi.shell.text.ShellTexts;

/** The same call for other systems. */
final class ApiCall extends Details {

    ApiCall(RuleInfo rule, Trial trial) {
        super(ShellTexts.t("tryout.api"));
        String year = trial.year() == null ? "" : "?year=" + trial.year();
        Pre call = new Pre(
                "POST /api/v1/rules/" + rule.id() + year + "\nContent-Type: application/json\n\n" + trial.body());
        call.addClassName("api-call");
        call.getElement().setAttribute("tabindex", "0");
        add(call);
    }
}
