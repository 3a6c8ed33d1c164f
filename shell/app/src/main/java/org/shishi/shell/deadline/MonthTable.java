package org.shishi.shell.deadline;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shishi.api.platform.DeadlineCentre;
import org.shishi.api.platform.DeadlineCentre.Item;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.TableScroll;
import org.shishi.kit.text.Messages;
import org.shishi.shell.text.ShellTexts;

/** A month of deadlines: per day what is due, the same thing of many organisations in one line with their number. */
final class MonthTable {

    /** As many as are fetched for one month; beyond that, numbers are lower bounds and the list is the place to look. */
    static final int MOST = 1_000;

    private MonthTable() {}

    static Div head(Wanted wanted) {
        YearMonth month = wanted.month();
        Div head = new Div(
                step(wanted, month.minusMonths(1), "vaadin:angle-left", "deadlines.month.before"),
                new H2(ShellTexts.t("deadlines.month", Integer.toString(month.getYear()), month.getMonthValue())),
                step(wanted, month.plusMonths(1), "vaadin:angle-right", "deadlines.month.after"));
        head.addClassName("month-head");
        return head;
    }

    private static Anchor step(Wanted wanted, YearMonth month, String icon, String key) {
        Anchor link = Links.around(
                Links.withQuery(DeadlinesPage.ROUTE, wanted.in(month).parameters()), new Icon(icon));
        link.addClassName("link-button");
        link.setAriaLabel(ShellTexts.t(key));
        return link;
    }

    static TableScroll of(YearMonth month, LocalDate today, List<Item> found, WorkingCalendar calendar) {
        Map<LocalDate, List<Item>> byDay =
                found.stream().collect(Collectors.groupingBy(Item::due, TreeMap::new, Collectors.toList()));
        NativeTableRow header = new NativeTableRow();
        for (DayOfWeek day : DayOfWeek.values()) {
            header.add(new NativeTableHeaderCell(ShellTexts.t("deadlines.weekday." + day.getValue())));
        }
        NativeTableBody body = new NativeTableBody();
        LocalDate day = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        while (!day.isAfter(month.atEndOfMonth())) {
            NativeTableRow week = new NativeTableRow();
            for (int i = 0; i < 7; i++, day = day.plusDays(1)) {
                week.add(
                        YearMonth.from(day).equals(month)
                                ? cell(day, today, byDay.getOrDefault(day, List.of()), calendar)
                                : outside());
            }
            body.add(week);
        }
        NativeTable table = new NativeTable(new NativeTableHeader(header), body);
        table.addClassName("month");
        return new TableScroll(ShellTexts.t("deadlines.view.MONTH"), table);
    }

    private static NativeTableCell outside() {
        NativeTableCell cell = new NativeTableCell();
        cell.addClassName("outside");
        return cell;
    }

    private static NativeTableCell cell(LocalDate day, LocalDate today, List<Item> due, WorkingCalendar calendar) {
        NativeTableCell cell = new NativeTableCell();
        Span number = new Span(Integer.toString(day.getDayOfMonth()));
        number.addClassName("month-day");
        // Where the month is a list of its days, the weekday stands with each.
        Span weekday = new Span(
                ShellTexts.t("deadlines.weekday.full." + day.getDayOfWeek().getValue()));
        weekday.addClassName("month-weekday");
        cell.add(number, weekday);
        if (calendar.covers(day.getYear())) {
            mark(cell, day, calendar.isWorkingDay(day));
        }
        if (day.equals(today)) {
            cell.addClassName("today");
            cell.getElement().setAttribute("aria-current", "date");
        }
        if (!due.isEmpty()) {
            cell.addClassName("month-due");
        }
        Map<String, List<Item>> byTitle = due.stream()
                .collect(Collectors.groupingBy(
                        item -> item.state() + item.title().in(Messages.locale()), TreeMap::new, Collectors.toList()));
        byTitle.values().forEach(items -> cell.add(line(day, items)));
        return cell;
    }

    /** Days of rest, and weekend days that are worked (调休). */
    private static void mark(NativeTableCell cell, LocalDate day, boolean working) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        if (!working || weekend) {
            Span mark = new Span(ShellTexts.t(working ? "deadlines.month.work" : "deadlines.month.rest"));
            mark.addClassName("month-rest");
            cell.add(mark);
        }
        if (!working) {
            cell.addClassName("rest");
        }
    }

    private static Anchor line(LocalDate day, List<Item> items) {
        Item first = items.getFirst();
        Cell look = DeadlineRows.state(first);
        String title = first.title().in(Messages.locale());
        DeadlineCentre.Query thatDay = new DeadlineCentre.Query(first.state(), null, day, day, null);
        Anchor line = Links.around(
                Links.withQuery(
                        DeadlinesPage.ROUTE, new Wanted(Wanted.View.LIST, thatDay, YearMonth.from(day)).parameters()),
                new Icon(look.icon()),
                new Span(items.size() == 1 ? title : ShellTexts.t("deadlines.month.several", title, items.size())));
        line.addClassName("month-line");
        line.addClassNames(look.css().split(" "));
        return line;
    }
}
