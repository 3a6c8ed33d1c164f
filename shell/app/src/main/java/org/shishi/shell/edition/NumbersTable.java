package org.shishi.shell.edition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.EditionAdmin.Number;
import org.shishi.api.platform.EditionAdmin.Revision;
import org.shishi.api.platform.EditionAdmin.Status;
import org.shishi.api.programme.EditionState;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.text.ShellTexts;

/** Every number with its value, where it comes from, and what one may do with it. */
final class NumbersTable extends NativeTable {

    private final transient EditionVisit visit;

    NumbersTable(EditionVisit visit) {
        this.visit = visit;
        addClassNames("table", "numbers", "edition-numbers");
        NativeTableRow header = new NativeTableRow();
        boolean acts = visit.sheet().numbers().stream().anyMatch(this::offersAnything);
        Stream.of("edition.name", "edition.value", "edition.source", "edition.do")
                .filter(key -> acts || !key.equals("edition.do"))
                .map(key -> new NativeTableHeaderCell(ShellTexts.t(key)))
                .peek(cell -> cell.getElement().setAttribute("scope", "col"))
                .forEach(header::add);
        NativeTableBody body = new NativeTableBody();
        visit.sheet().numbers().forEach(number -> body.add(row(number, acts)));
        add(new NativeTableHeader(header), body);
    }

    /** Who may change nothing, where nothing was ever changed, needs no column for it. */
    private boolean offersAnything(Number number) {
        return actions(number).getComponentCount() > 0;
    }

    private NativeTableRow row(Number number, boolean acts) {
        NativeTableHeaderCell name = new NativeTableHeaderCell(new Span(ShellTexts.t(number.title())));
        name.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow(
                name,
                cell("edition.value", value(number)),
                cell("edition.source", new Span(visit.words().source(number))));
        if (acts) {
            row.add(cell("edition.do", actions(number)));
        }
        return row;
    }

    private static NativeTableCell cell(String label, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", ShellTexts.t(label));
        return cell;
    }

    private Component value(Number number) {
        Div value = new Div();
        value.addClassName("edition-value");
        if (number.parameter().empty()) {
            Tone tone = number.parameter().mayBeEmpty() ? Tone.WARNING : Tone.DANGER;
            value.add(new StatusBadge(tone, "vaadin:exclamation-circle-o", ShellTexts.t("edition.unset")));
            if (number.parameter().unsetCode() != null) {
                value.add(small(visit.words().unset(number)));
            }
        } else {
            Span words = new Span(visit.words().value(number, number.parameter().value()));
            words.addClassName("edition-figure");
            value.add(words);
        }
        if (!number.revisions(Status.UNCONFIRMED).isEmpty()) {
            value.add(new StatusBadge(Tone.WAITING, "vaadin:question-circle-o", ShellTexts.t("edition.unconfirmed")));
            compared(number).forEach(value::add);
        }
        if (!number.revisions(Status.DRAFT).isEmpty()) {
            value.add(new StatusBadge(Tone.PROGRESS, "vaadin:hourglass", ShellTexts.t("edition.pending")));
        }
        upcoming(number)
                .forEach(each -> value.add(small(ShellTexts.t(
                        "edition.upcoming", each.validFrom(), visit.words().value(number, each.value())))));
        return value;
    }

    /** What whoever confirms it looks at: last year's value, and on which day of the week a moved day falls. */
    private Stream<Span> compared(Number number) {
        Object now = number.parameter().value();
        Stream<Span> weekday = now instanceof LocalDate day
                ? Stream.of(small(day.getDayOfWeek().getDisplayName(TextStyle.FULL, Messages.locale())))
                : Stream.of();
        Number last = visit.lastYear().get(number.parameter().name());
        if (last == null) {
            return weekday;
        }
        Object then = last.parameter().value();
        String words = Objects.equals(then, now)
                ? ShellTexts.t("edition.as-last-year")
                : ShellTexts.t("edition.last-year", visit.words().value(last, then));
        return Stream.concat(weekday, Stream.of(small(words)));
    }

    private Stream<Revision> upcoming(Number number) {
        return number.revisions(Status.PUBLISHED).stream()
                .filter(each -> each.validFrom() != null
                        && each.validFrom().isAfter(visit.sheet().day()));
    }

    private static Span small(String text) {
        Span span = new Span(text);
        span.addClassName("muted");
        return span;
    }

    private Div actions(Number number) {
        Div actions = new Div();
        actions.addClassName("row-actions");
        String title = ShellTexts.t(number.title());
        boolean draft = visit.may(Right.PARAMETERS_DRAFT) && visit.state() != EditionState.ARCHIVED;
        if (draft && !number.revisions(Status.UNCONFIRMED).isEmpty()) {
            actions.add(button("edition.confirm", title, () -> confirm(number)));
        }
        if (draft && number.revisions(Status.DRAFT).isEmpty()) {
            actions.add(button("edition.change", title, () -> new ChangeDialog(visit, number).open()));
        }
        if (!number.revisions().isEmpty()) {
            actions.add(button("edition.history", title, () -> new HistoryDialog(visit, number).open()));
        }
        return actions;
    }

    private void confirm(Number number) {
        visit.attempt(() -> {
            List<String> one = List.of(number.parameter().name());
            visit.admin().confirm(CurrentUser.get(), visit.programmeId(), visit.year(), one, null);
            Notices.success(ShellTexts.t("edition.confirmed", ShellTexts.t(number.title())));
        });
    }

    private static Button button(String key, String title, Runnable work) {
        Button button = new Button(ShellTexts.t(key), e -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(ShellTexts.t("action.on", ShellTexts.t(key), title));
        return button;
    }
}
