package org.shishi.shell.admin;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.text.Messages;
import org.shishi.shell.page.Facts;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** One programme as administrators see it: state, why not, what can be done. */
final class ProgrammeCard extends Article {

    ProgrammeCard(ProgrammeStatus status, ProgrammeChanges changes) {
        addClassNames("card", "programme-card");
        H2 title = new H2(name(status));
        if (status.state() == ProgrammeStatus.State.RUNNING) {
            title = new H2(Links.to(status.year() + "/" + status.id(), name(status)));
        }
        Div head = new Div(title, badge(status.state()));
        head.addClassName("programme-head");
        add(head);
        if (status.reason() != null) {
            Paragraph reason = new Paragraph(status.reason().in(Messages.locale()));
            reason.addClassName("programme-reason");
            add(reason);
        }
        add(facts(status), actions(status, changes));
    }

    static String name(ProgrammeStatus status) {
        String title = status.title() != null
                ? status.title().in(Messages.locale())
                : status.id() != null ? status.id() : status.file();
        return status.year() == 0 ? title : ShellTexts.t("todo.programme.year", title, Integer.toString(status.year()));
    }

    static StatusBadge badge(ProgrammeStatus.State state) {
        String word = ShellTexts.t("ProgrammeState." + state.name());
        return switch (state) {
            case STARTING -> new StatusBadge(Tone.PROGRESS, "vaadin:hourglass-start", word);
            case RUNNING -> new StatusBadge(Tone.SUCCESS, "vaadin:check-circle", word);
            case STOPPED -> new StatusBadge(Tone.NEUTRAL, "vaadin:pause", word);
            case FAILED -> new StatusBadge(Tone.DANGER, "vaadin:close-circle", word);
            case REFUSED -> new StatusBadge(Tone.WARNING, "vaadin:ban", word);
            case REMOVED -> new StatusBadge(Tone.NEUTRAL, "vaadin:archive", word);
        };
    }

    private static Facts facts(ProgrammeStatus status) {
        return new Facts()
                .add("programmes.version", status.version())
                .add("programmes.id", status.id())
                .add("programmes.since", Moments.minute(status.since()))
                .add("programmes.file", status.file());
    }

    private static Div actions(ProgrammeStatus status, ProgrammeChanges changes) {
        Div actions = new Div();
        actions.addClassName("programme-actions");
        if (status.id() == null) {
            return actions;
        }
        switch (status.state()) {
            case RUNNING, STARTING -> {
                actions.add(button("programmes.stop", status, e -> changes.ask("STOP", status)));
                actions.add(button("programmes.uninstall", status, e -> changes.ask("UNINSTALL", status)));
            }
            case STOPPED, FAILED -> {
                actions.add(button("programmes.start", status, e -> changes.ask("START", status)));
                actions.add(button("programmes.uninstall", status, e -> changes.ask("UNINSTALL", status)));
            }
            case REFUSED -> {
                if (status.year() != 0) {
                    actions.add(button("programmes.uninstall", status, e -> changes.ask("UNINSTALL", status)));
                }
            }
            case REMOVED -> actions.add(new Paragraph(ShellTexts.t("programmes.removed.help")));
        }
        return actions;
    }

    private static Button button(
            String key, ProgrammeStatus status, ComponentEventListener<ClickEvent<Button>> action) {
        Button button = new Button(ShellTexts.t(key), action);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(ShellTexts.t("action.on", ShellTexts.t(key), name(status)));
        return button;
    }
}
