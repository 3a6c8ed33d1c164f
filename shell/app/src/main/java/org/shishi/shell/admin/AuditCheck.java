package org.shishi.shell.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.ErrorEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.AuditLog;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.session.Background;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Whether anybody has tampered with the log: asked by a button, answered where everybody sees it. */
final class AuditCheck extends Div {

    private final transient AuditLog audit;
    private final transient Background background;
    private final transient Clock clock;

    AuditCheck(AuditLog audit, Background background, Clock clock) {
        this.audit = audit;
        this.background = background;
        this.clock = clock;
        addClassNames("card", "stack");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    Button button() {
        Button verify = new Button(ShellTexts.t("audit.verify"));
        verify.setDisableOnClick(true);
        verify.addClickListener(e -> run(verify));
        return verify;
    }

    private void run(Button button) {
        Caller caller = CurrentUser.get();
        UI ui = UI.getCurrent();
        removeAll();
        add(new Paragraph(ShellTexts.t("audit.verifying")));
        setVisible(true);
        background.run(
                ui,
                () -> audit.verify(caller),
                days -> {
                    button.setEnabled(true);
                    show(days);
                },
                fault -> {
                    button.setEnabled(true);
                    setVisible(false);
                    ui.getSession().getErrorHandler().error(new ErrorEvent(fault));
                });
    }

    private void show(List<LocalDate> days) {
        String when = Moments.minute(clock.instant());
        removeAll();
        if (days.isEmpty()) {
            add(badge(Tone.SUCCESS, "vaadin:check-circle", ShellTexts.t("audit.verified", when)));
            return;
        }
        UnorderedList list = new UnorderedList();
        days.forEach(day -> list.add(new ListItem(Links.to(AuditPage.ROUTE, AuditQuery.of(day), Moments.day(day)))));
        add(badge(Tone.DANGER, "vaadin:close-circle", ShellTexts.t("audit.broken", when)), list);
    }

    private static StatusBadge badge(Tone tone, String icon, String words) {
        StatusBadge badge = new StatusBadge(tone, icon, words);
        badge.addClassName("status-words");
        return badge;
    }
}
