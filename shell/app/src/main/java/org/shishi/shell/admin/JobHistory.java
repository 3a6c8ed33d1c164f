package org.shishi.shell.admin;

import com.vaadin.flow.component.button.Button;
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

/** The last runs of a job. */
final class JobHistory {

    private static final int ROWS = 30;

    private JobHistory() {}

    static void open(JobAdmin.Job job, JobAdmin admin, CountWords words) {
        List<JobAdmin.Run> runs = admin.history(CurrentUser.get(), job.programmeId(), job.year(), job.id(), ROWS);
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(ShellTexts.t("job.history.of", job.title().in(Messages.locale())));
        dialog.setWidth("40rem");
        if (runs.isEmpty()) {
            dialog.add(EmptyState.saying(ShellTexts.t("job.never")));
        } else {
            OrderedList list = new OrderedList();
            list.addClassName("job-history");
            runs.forEach(run -> list.add(item(job, run, words)));
            dialog.add(list);
        }
        dialog.getFooter().add(new Button(ShellTexts.t("close"), e -> dialog.close()));
        dialog.open();
    }

    private static ListItem item(JobAdmin.Job job, JobAdmin.Run run, CountWords words) {
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
