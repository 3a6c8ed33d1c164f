package org.shishi.shell.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.shishi.api.platform.JobAdmin;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.text.ShellTexts;

/** The last runs of a job, and on demand those before them. */
final class JobHistory {

    private static final int ROWS = 30;

    private final JobAdmin.Job job;
    private final JobAdmin admin;
    private final CountWords words;
    private final OrderedList list = new OrderedList();
    private final Button earlier = new Button(ShellTexts.t("job.history.earlier"), e -> more());
    private int shown;

    private JobHistory(JobAdmin.Job job, JobAdmin admin, CountWords words) {
        this.job = job;
        this.admin = admin;
        this.words = words;
        list.addClassName("job-history");
        earlier.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    }

    static void open(JobAdmin.Job job, JobAdmin admin, CountWords words) {
        JobHistory history = new JobHistory(job, admin, words);
        history.more();
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(ShellTexts.t("job.history.of", job.title().in(Messages.locale())));
        dialog.setWidth("40rem");
        if (history.shown == 0) {
            dialog.add(EmptyState.saying(ShellTexts.t("job.never")));
        } else {
            dialog.add(history.list, history.earlier);
        }
        dialog.getFooter().add(new Button(ShellTexts.t("close"), e -> dialog.close()));
        dialog.open();
    }

    private void more() {
        List<JobAdmin.Run> runs =
                admin.history(CurrentUser.get(), job.programmeId(), job.year(), job.id(), shown + ROWS + 1);
        runs.stream().skip(shown).limit(ROWS).forEach(run -> list.add(item(run)));
        earlier.setVisible(runs.size() > shown + ROWS);
        shown = Math.min(runs.size(), shown + ROWS);
    }

    private ListItem item(JobAdmin.Run run) {
        ListItem item = new ListItem(JobCard.run(job, run, words));
        Span node = new Span(ShellTexts.t("job.node", run.node()));
        node.addClassName("muted");
        item.add(node);
        if (!run.log().isEmpty()) {
            Pre log = new Pre(String.join("\n", run.log()));
            log.getElement().setAttribute("tabindex", "0");
            item.add(new NativeDetails(ShellTexts.t("job.log", run.log().size()), log));
        }
        return item;
    }
}
