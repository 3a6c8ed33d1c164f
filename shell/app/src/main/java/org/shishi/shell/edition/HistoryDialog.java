package org.shishi.shell.edition;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.shishi.api.platform.EditionAdmin.Number;
import org.shishi.api.platform.EditionAdmin.Revision;
import org.shishi.api.platform.EditionAdmin.Status;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.StatusBadge;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Everything that happened to a number, newest first. */
final class HistoryDialog {

    private final EditionVisit visit;
    private final Number number;
    private final Dialog dialog = new Dialog();

    HistoryDialog(EditionVisit visit, Number number) {
        this.visit = visit;
        this.number = number;
        dialog.setHeaderTitle(ShellTexts.t("edition.history.title", ShellTexts.t(number.title())));
        dialog.setWidth("40rem");
        OrderedList list = new OrderedList();
        list.addClassName("revision-list");
        number.revisions().forEach(revision -> list.add(item(revision)));
        Paragraph first =
                new Paragraph(ShellTexts.t("edition.declared", visit.words().value(number, number.declared())));
        first.addClassName("muted");
        list.add(new ListItem(first));
        dialog.add(list);
        dialog.getFooter().add(new Button(ShellTexts.t("close"), e -> dialog.close()));
    }

    void open() {
        dialog.open();
    }

    private ListItem item(Revision revision) {
        Div head = new Div(status(revision.status()), new Span(from(revision)));
        head.addClassName("notice-head");
        ListItem item = new ListItem(head, new Difference(visit.words(), number, revision.before(), revision.value()));
        if (revision.reason() != null) {
            item.add(new Paragraph(ShellTexts.t("edition.because", revision.reason())));
        }
        item.add(muted(ShellTexts.t(
                revision.copied() ? "edition.copied-by" : "edition.proposed-by",
                revision.by(),
                Moments.minute(revision.at()))));
        if (revision.decidedBy() != null) {
            item.add(muted(
                    ShellTexts.t(decision(revision), revision.decidedBy(), Moments.minute(revision.decidedAt()))));
        }
        if (revision.decision() != null) {
            item.add(new Paragraph(ShellTexts.t("edition.because", revision.decision())));
        }
        return item;
    }

    static String from(Revision revision) {
        return revision.validFrom() == null
                ? ShellTexts.t("edition.from-beginning")
                : ShellTexts.t("edition.from-day", revision.validFrom());
    }

    private static String decision(Revision revision) {
        if (revision.status() == Status.WITHDRAWN) {
            return "edition.withdrawn-by";
        }
        return revision.copied() ? "edition.confirmed-by" : "edition.published-by";
    }

    private static StatusBadge status(Status status) {
        return switch (status) {
            case DRAFT -> new StatusBadge(Tone.PROGRESS, "vaadin:hourglass", ShellTexts.t("edition.pending"));
            case UNCONFIRMED ->
                new StatusBadge(Tone.WAITING, "vaadin:question-circle-o", ShellTexts.t("edition.unconfirmed"));
            case PUBLISHED -> new StatusBadge(Tone.SUCCESS, "vaadin:check-circle", ShellTexts.t("edition.counts"));
            case WITHDRAWN -> new StatusBadge(Tone.NEUTRAL, "vaadin:ban", ShellTexts.t("edition.withdrawn"));
        };
    }

    private static Paragraph muted(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassName("muted");
        return line;
    }
}
