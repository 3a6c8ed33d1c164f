package org.shishi.shell.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.kit.text.Messages;
import org.shishi.shell.text.ShellTexts;

/** Says what a change of programmes will do before it is done. */
final class PlanDialog {

    private PlanDialog() {}

    /** @param known what the platform knows of programmes: by its title, where it has been here before */
    static String name(ProgrammeAdmin.Plan plan, List<ProgrammeStatus> known) {
        if (plan.id() == null) {
            return ShellTexts.t("plan.file");
        }
        String title = known.stream()
                .filter(status -> status.id().equals(plan.id()) && status.title() != null)
                .findFirst()
                .map(status -> ShellTexts.t(status.title()))
                .orElse(plan.id());
        return ShellTexts.t("plan.name", title, Integer.toString(plan.year()), plan.version());
    }

    /** @param name of what is changed */
    static void open(ProgrammeAdmin.Plan plan, String name, long visitors, Runnable confirmed, Runnable cancelled) {
        boolean possible = !plan.action().equals("REFUSE");
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(ShellTexts.t("plan.title." + plan.action(), name));
        dialog.addClassName("action-dialog");
        dialog.setWidth("36rem");
        dialog.setCloseOnOutsideClick(false);
        dialog.add(new Paragraph(ShellTexts.t("plan.effect." + plan.action())));
        List<String> notes = notes(plan, visitors);
        if (!notes.isEmpty()) {
            dialog.add(list("plan.notes", notes));
        }
        if (possible) {
            dialog.add(list(
                    "plan.refreshed", plan.refreshed().isEmpty() ? List.of(ShellTexts.t("none")) : plan.refreshed()));
        }
        dialog.getFooter().add(new Button(ShellTexts.t(possible ? "cancel" : "close"), e -> dialog.close()));
        // By the button, by Escape, or since the page was left.
        Registration leaving = dialog.addDetachListener(e -> cancelled.run());
        if (possible) {
            dialog.getFooter().add(confirm(plan, () -> {
                leaving.remove();
                dialog.close();
                confirmed.run();
            }));
        }
        dialog.open();
    }

    private static Button confirm(ProgrammeAdmin.Plan plan, Runnable confirmed) {
        Button confirm = new Button(ShellTexts.t("plan.do." + plan.action()), e -> confirmed.run());
        confirm.setDisableOnClick(true);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (plan.action().equals("STOP")
                || plan.action().equals("UNINSTALL")
                || plan.action().equals("DOWNGRADE")) {
            confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        return confirm;
    }

    private static List<String> notes(ProgrammeAdmin.Plan plan, long visitors) {
        List<String> notes = new ArrayList<>();
        if (visitors > 0) {
            notes.add(ShellTexts.t("plan.visitors", visitors));
        }
        plan.notes().forEach(note -> notes.add(note.in(Messages.locale())));
        return notes;
    }

    private static Div list(String key, List<String> lines) {
        UnorderedList list = new UnorderedList();
        lines.forEach(line -> list.add(new ListItem(line)));
        return new Div(new H3(ShellTexts.t(key)), list);
    }
}
