package org.shishi.shell.person;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.PersonRegistry;
import org.shishi.api.platform.Retention;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.Ticker;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.page.FollowingPage;
import org.shishi.shell.page.PlainTable;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Whose retention has ended: by which rules, how many, who; and the order to forget them. */
@Component(service = RetentionPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(value = Right.PARAMETERS_PUBLISH, cityOnly = true)
public final class RetentionPage extends FollowingPage {

    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final transient Retention retention;
    private final transient Refusals refusals;
    private transient List<Retention.Run> shown = List.of();

    @Activate
    public RetentionPage(@Reference Retention retention, @Reference Refusals refusals, @Reference Ticker ticker) {
        super("retention", ticker, PERIOD);
        this.retention = retention;
        this.refusals = refusals;
    }

    @Override
    protected void follow() {
        if (!retention.runs(CurrentUser.get()).equals(shown)) {
            show();
        }
    }

    @Override
    protected void show() {
        Retention.Preview preview = retention.preview(CurrentUser.get());
        shown = retention.runs(CurrentUser.get());
        content.removeAll();
        content.add(due(preview), rules(preview), runs());
    }

    private static long all(Retention.Preview preview) {
        return preview.persons() + preview.contacts() + preview.attachments() + preview.seals() + preview.importRows();
    }

    private Section due(Retention.Preview preview) {
        Section section = new Section(
                new H2(ShellTexts.t("retention.due")),
                new Paragraph(ShellTexts.t(
                        preview.persons() == 0 ? "retention.due.none" : "retention.due.persons", preview.persons())));
        section.addClassName("card");
        if (preview.contacts() > 0) {
            section.add(new Paragraph(ShellTexts.t("retention.due.contacts", preview.contacts())));
        }
        if (all(preview) > 0) {
            section.add(new Paragraph(
                    ShellTexts.t("retention.traces", preview.attachments(), preview.seals(), preview.importRows())));
        }
        shown.stream()
                .filter(run -> run.state() == Retention.State.OPEN)
                .findFirst()
                .ifPresentOrElse(run -> section.add(progress(run)), () -> section.add(new Div(order(preview))));
        if (!preview.away().isEmpty()) {
            section.add(new Paragraph(ShellTexts.t(
                    "retention.away",
                    preview.away().stream()
                            .map(text -> text.in(Messages.locale()))
                            .collect(Collectors.joining(ShellTexts.t("list.semicolon"))))));
        }
        if (!preview.first().isEmpty()) {
            PagedTable<PersonRegistry.Row> table = PersonTables.persons(true);
            table.show(preview.first());
            section.add(table);
        }
        return section;
    }

    private Button order(Retention.Preview preview) {
        Button order = new Button(ShellTexts.t("retention.order"));
        order.addThemeVariants(ButtonVariant.LUMO_ERROR);
        order.setEnabled(all(preview) > 0);
        order.addClickListener(e -> new ActionDialog(
                        ShellTexts.t("retention.order.title", preview.persons(), preview.contacts()),
                        ShellTexts.t("retention.order.effect"),
                        ShellTexts.t("retention.order"))
                .dangerous()
                .reasonRequired(ShellTexts.t("person.reason"))
                .open(
                        answer -> {
                            retention.order(CurrentUser.get(), preview.persons(), preview.contacts(), answer.reason());
                            Notices.success(ShellTexts.t("retention.ordered"));
                            show();
                        },
                        refusals.words()));
        return order;
    }

    private Div progress(Retention.Run run) {
        ProgressBar bar = new ProgressBar(
                0,
                Math.max(1, run.persons() + run.contacts()),
                Math.min(run.done() + run.hidden(), run.persons() + run.contacts()));
        bar.getElement().setAttribute("aria-label", ShellTexts.t("retention.progress"));
        Div progress = new Div(
                new Paragraph(
                        ShellTexts.t("retention.progress.of", run.done(), run.persons(), run.hidden(), run.contacts())),
                bar,
                new Button(ShellTexts.t("retention.cancel"), e -> {
                    retention.cancel(CurrentUser.get());
                    show();
                }));
        progress.addClassName("stack");
        return progress;
    }

    private static Section rules(Retention.Preview preview) {
        PagedTable<Retention.Rule> table = PlainTable.of(
                ShellTexts.t("retention.rules"),
                List.of(
                        PlainTable.column(
                                "retention.programme",
                                PagedTable.Width.TEXT,
                                rule -> Cell.text(ShellTexts.t(
                                        "persons.programme.year",
                                        rule.programme().in(Messages.locale()),
                                        Integer.toString(rule.year())))),
                        PlainTable.column("person.part.kind", PagedTable.Width.TEXT, rule -> Cell.text(kind(rule))),
                        PlainTable.column(
                                "retention.closed",
                                PagedTable.Width.SHORT,
                                rule -> Cell.text(rule.closedOn() == null ? "" : Moments.day(rule.closedOn()))),
                        PlainTable.column(
                                "retention.years",
                                PagedTable.Width.NUMBER,
                                rule -> Cell.text(
                                        rule.years() == null
                                                ? ShellTexts.t("retention.unset")
                                                : rule.years().toString())),
                        PlainTable.column("retention.ends", PagedTable.Width.SHORT, RetentionPage::ends),
                        PlainTable.column(
                                "retention.persons",
                                PagedTable.Width.NUMBER,
                                rule -> Cell.text(Long.toString(rule.persons())))),
                rule -> rule.programmeId()
                        + rule.year()
                        + rule.contacts()
                        + rule.kind().zh());
        table.show(preview.rules());
        Section section = new Section(new H2(ShellTexts.t("retention.rules")));
        section.add(preview.rules().isEmpty() ? new Paragraph(ShellTexts.t("retention.rules.none")) : table);
        return section;
    }

    private static String kind(Retention.Rule rule) {
        String words = rule.kind().in(Messages.locale());
        return rule.contacts() ? ShellTexts.t("retention.contacts.of", words) : words;
    }

    private static Cell ends(Retention.Rule rule) {
        if (rule.endsOn() == null) {
            return Cell.text("");
        }
        String day = Moments.day(rule.endsOn());
        return rule.over()
                ? Cell.status(Tone.DANGER, "vaadin:hourglass-end", ShellTexts.t("retention.over", day))
                : Cell.status(Tone.NEUTRAL, "vaadin:hourglass", day);
    }

    private Section runs() {
        Section section = new Section(new H2(ShellTexts.t("retention.runs")));
        if (shown.isEmpty()) {
            section.add(new Paragraph(ShellTexts.t("retention.runs.none")));
            return section;
        }
        PagedTable<Retention.Run> table = PlainTable.of(
                ShellTexts.t("retention.runs"),
                List.of(
                        PlainTable.column(
                                "retention.run.at",
                                PagedTable.Width.SHORT,
                                run -> Cell.text(Moments.minute(run.orderedAt()))),
                        PlainTable.column(
                                "retention.run.by", PagedTable.Width.SHORT, run -> Cell.text(run.orderedBy())),
                        PlainTable.column("person.reason", PagedTable.Width.TEXT, run -> Cell.text(run.reason())),
                        PlainTable.column(
                                "retention.run.done",
                                PagedTable.Width.NUMBER,
                                run -> Cell.text(Long.toString(run.done()))),
                        PlainTable.column(
                                "retention.run.contacts",
                                PagedTable.Width.NUMBER,
                                run -> Cell.text(Long.toString(run.hidden()))),
                        PlainTable.column(
                                "retention.run.skipped",
                                PagedTable.Width.NUMBER,
                                run -> Cell.text(Long.toString(run.skipped()))),
                        PlainTable.column(
                                "retention.run.traces",
                                PagedTable.Width.SHORT,
                                run -> Cell.text(ShellTexts.t(
                                        "retention.run.traces.of", run.attachments(), run.seals(), run.importRows()))),
                        PlainTable.column(
                                "person.part.state",
                                PagedTable.Width.SHORT,
                                run -> Cell.status(
                                        run.state() == Retention.State.DONE ? Tone.SUCCESS : Tone.NEUTRAL,
                                        run.state() == Retention.State.OPEN
                                                ? "vaadin:hourglass"
                                                : "vaadin:flag-checkered",
                                        ShellTexts.t("retention.state." + run.state())))),
                Retention.Run::id);
        table.show(shown);
        section.add(table);
        return section;
    }
}
