package org.shishi.shell.edition;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.EditionAdmin;
import org.shishi.api.platform.EditionAdmin.Number;
import org.shishi.api.platform.EditionAdmin.Sheet;
import org.shishi.api.programme.EditionState;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.RefusalWords;
import org.shishi.kit.session.CurrentUser;

/**
 * Somebody who looks at an edition: what is on the page, what they may do, and how the page is shown anew.
 *
 * @param lastYear numbers from which those that wait to be confirmed were copied, by name, as that year ended with them
 */
record EditionVisit(
        EditionAdmin admin,
        Sheet sheet,
        Map<String, Number> lastYear,
        EditionWords words,
        Organisations organisations,
        RefusalWords refusals,
        Runnable again) {

    String programmeId() {
        return sheet.head().programmeId();
    }

    int year() {
        return sheet.head().year();
    }

    boolean may(Right right) {
        return CurrentUser.get().may(programmeId(), right);
    }

    EditionState state() {
        return sheet.head().state();
    }

    /** What is refused is said in a notice. */
    void attempt(Runnable work) {
        attempt(work, reasons -> Notices.error(reasons));
    }

    void attempt(Runnable work, Consumer<List<String>> refused) {
        try {
            work.run();
            again.run();
        } catch (RefusedException e) {
            refused.accept(refusals.of(e.violations()));
        }
    }
}
