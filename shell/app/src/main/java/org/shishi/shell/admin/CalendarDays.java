package org.shishi.shell.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.TextStyle;
import java.util.List;
import org.shishi.api.time.CalendarCheck;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.Downloads;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.text.Messages;
import org.shishi.shell.page.PlainTable;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** The listed days of one year, to be looked at, and as the file that they could be imported from again. */
final class CalendarDays extends Section {

    private static final String TYPE = "text/csv";

    CalendarDays(int year, List<CalendarCheck.Row> days) {
        String title = ShellTexts.t("calendars.days.of", Integer.toString(year));
        Div head = new Div(
                new H2(title),
                Downloads.button(
                        "vaadin:download",
                        ShellTexts.t("calendars.file"),
                        () -> "CN-" + year + ".csv",
                        TYPE,
                        out -> write(days, out)));
        head.addClassName("card-head");
        PagedTable<CalendarCheck.Row> table = PlainTable.of(
                title,
                List.of(
                        PlainTable.column(
                                "calendars.date", PagedTable.Width.SHORT, row -> Cell.text(Moments.day(row.date()))),
                        PlainTable.column("calendars.weekday", PagedTable.Width.SHORT, CalendarDays::weekday),
                        PlainTable.column("calendars.kind", PagedTable.Width.SHORT, CalendarDays::kind),
                        PlainTable.column("calendars.name", PagedTable.Width.TEXT, row -> Cell.text(row.name()))),
                CalendarCheck.Row::date);
        table.show(days);
        addClassNames("stack", "calendar-days");
        add(head, table);
    }

    private static Cell weekday(CalendarCheck.Row row) {
        return Cell.text(row.date().getDayOfWeek().getDisplayName(TextStyle.FULL, Messages.locale()));
    }

    private static Cell kind(CalendarCheck.Row row) {
        String word = ShellTexts.t("calendars.kind." + row.kind());
        return "WORKDAY".equals(row.kind())
                ? new Cell(word, null, "vaadin:briefcase", "status status-waiting")
                : new Cell(word, null, "vaadin:sun-o", "status status-success");
    }

    private static void write(List<CalendarCheck.Row> days, OutputStream out) throws IOException {
        StringBuilder file = new StringBuilder("date,kind,name\n");
        days.forEach(day -> file.append(day.date())
                .append(',')
                .append(day.kind())
                .append(',')
                .append(day.name())
                .append('\n'));
        out.write(file.toString().getBytes(StandardCharsets.UTF_8));
    }
}
