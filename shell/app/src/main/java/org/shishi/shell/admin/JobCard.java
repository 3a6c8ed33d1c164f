package org.shishi.shell.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.field.CronWords;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.page.Facts;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** One scheduled job. */
final class JobCard extends Article {

    private final transient JobAdmin.Job job;
    private final transient JobAdmin admin;
    private final transient CountWords words;
    private final transient Runnable changed;
    private final ProgressBar bar = new ProgressBar();
    private final Span amount = new Span();

    JobCard(JobAdmin.Job job, JobAdmin admin, CountWords words, Runnable changed) {
        this.job = job;
        this.words = words;
        this.admin = admin;
        this.changed = changed;
        addClassNames("card", "job-card");
        Div head = new Div(new H3(title()), state());
        head.addClassName("programme-head");
        add(head);
        if (job.reason() != null) {
            Paragraph reason = new Paragraph(job.reason().in(Messages.locale()));
            reason.addClassName("programme-reason");
            add(reason);
        }
        bar.getElement().setAttribute("aria-label", ShellTexts.t("action.on", ShellTexts.t("job.running"), title()));
        bar.setVisible(job.running());
        progress(job.progress());
        add(bar, amount, facts(), actions());
    }

    static String name(JobAdmin.Job job) {
        return job.programmeId() + "/" + job.year() + "/" + job.id();
    }

    static JobAdmin.Job still(JobAdmin.Job job) {
        return new JobAdmin.Job(
                job.programmeId(),
                job.year(),
                job.id(),
                job.title(),
                job.cron(),
                job.paused(),
                job.running(),
                job.parked(),
                job.reason(),
                job.next(),
                job.upcoming(),
                null,
                job.last());
    }

    /** Null: not known. */
    void progress(JobAdmin.Progress progress) {
        boolean known = progress != null && progress.total() > 0;
        bar.setIndeterminate(!known);
        amount.setVisible(known);
        if (known) {
            bar.setMax(progress.total());
            bar.setValue(Math.min(progress.done(), progress.total()));
            amount.setText(
                    ShellTexts.t("job.progress", Amounts.count(progress.done()), Amounts.count(progress.total())));
        }
    }

    private String title() {
        return job.title().in(Messages.locale());
    }

    private StatusBadge state() {
        if (job.running()) {
            return new StatusBadge(Tone.PROGRESS, "vaadin:hourglass-start", ShellTexts.t("job.running"));
        }
        if (job.parked()) {
            return new StatusBadge(Tone.NEUTRAL, "vaadin:pause", ShellTexts.t("job.parked"));
        }
        return job.paused()
                ? new StatusBadge(Tone.WARNING, "vaadin:pause", ShellTexts.t("job.paused"))
                : new StatusBadge(Tone.WAITING, "vaadin:clock", ShellTexts.t("job.waiting"));
    }

    private Facts facts() {
        return new Facts()
                .add("job.next", next())
                .add("job.cron", CronWords.of(job.cron(), Messages.locale()))
                .add(
                        "job.last",
                        job.last() == null ? new Span(ShellTexts.t("job.never")) : run(job, job.last(), words));
    }

    /** The next time, and smaller those after it. */
    private Div next() {
        Div next = new Div(new Span(job.next() == null ? ShellTexts.t("none") : Moments.minute(job.next())));
        if (job.upcoming().size() > 1) {
            Div later = new Div(new Span(ShellTexts.t("job.later")));
            later.addClassNames("job-later", "muted");
            job.upcoming().stream().skip(1).map(Moments::minute).map(Span::new).forEach(later::add);
            next.add(later);
        }
        return next;
    }

    static Div run(JobAdmin.Job job, JobAdmin.Run run, CountWords words) {
        StatusBadge badge = run.ok()
                ? new StatusBadge(Tone.SUCCESS, "vaadin:check-circle", ShellTexts.t("job.ok"))
                : new StatusBadge(Tone.DANGER, "vaadin:close-circle", ShellTexts.t("job.failed"));
        Div line = new Div(badge, new Span(ShellTexts.t("job.at", Moments.minute(run.at()), Moments.took(run.took()))));
        line.addClassName("job-run");
        if (!run.counts().isEmpty()) {
            line.add(new Span(words.of(job, run.counts())));
        }
        if (run.error() != null) {
            line.add(new Span(run.error()));
        }
        return line;
    }

    private Div actions() {
        Div actions = new Div();
        actions.addClassName("programme-actions");
        if (job.running()) {
            actions.add(button(
                    "job.cancel",
                    "job.cancelled",
                    () -> admin.cancel(CurrentUser.get(), job.programmeId(), job.year(), job.id())));
        } else if (!job.parked()) {
            actions.add(button(
                    "job.run",
                    "job.started",
                    () -> admin.runNow(CurrentUser.get(), job.programmeId(), job.year(), job.id())));
        }
        if (!job.parked()) {
            actions.add(button(
                    job.paused() ? "job.resume" : "job.pause",
                    job.paused() ? "job.resumed" : "job.paused.done",
                    () -> admin.pause(CurrentUser.get(), job.programmeId(), job.year(), job.id(), !job.paused())));
        }
        Button history = new Button(ShellTexts.t("job.history"), e -> JobHistory.open(job, admin, words));
        history.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        history.setAriaLabel(ShellTexts.t("action.on", ShellTexts.t("job.history"), title()));
        actions.add(history);
        return actions;
    }

    private Button button(String key, String doneKey, Runnable deed) {
        Button button = new Button(ShellTexts.t(key), e -> {
            deed.run();
            Notices.success(ShellTexts.t(doneKey, title()));
            changed.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(ShellTexts.t("action.on", ShellTexts.t(key), title()));
        return button;
    }
}
