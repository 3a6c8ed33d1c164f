package org.shishi.shell.admin;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.shishi.api.platform.AuditLog;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.text.ShellTexts;

/** Who changed which programme, newest first. */
final class ProgrammeHistory extends Div {

    private static final String ACTION = "plugin.";
    private static final int ROWS = 10;

    ProgrammeHistory(AuditLog audit) {
        List<AuditLog.Entry> entries = audit.list(CurrentUser.get(), null, null, null, ACTION, null, 0, ROWS);
        if (entries.isEmpty()) {
            add(EmptyState.saying(ShellTexts.t("programmes.history.none")));
            return;
        }
        add(AuditTable.of(ShellTexts.t("programmes.history"), audit, entries));
    }
}
