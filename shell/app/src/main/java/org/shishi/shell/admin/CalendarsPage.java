package org.shishi.shell.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.CalendarAdmin;
import org.shishi.api.platform.CalendarAdmin.Moved;
import org.shishi.api.platform.CalendarAdmin.Plan;
import org.shishi.api.platform.CalendarAdmin.Year;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.time.CalendarCheck;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.ErrorSummary;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.kit.text.UploadTexts;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.page.ProgrammeNames;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** Working calendars by year; a new one is checked and compared before it counts. */
@Component(service = CalendarsPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(value = Right.PLATFORM, cityOnly = true)
public final class CalendarsPage extends ShellPage implements BeforeEnterObserver {

    private static final String ROUTE = "admin/calendars";
    private static final String YEAR = "year";
    private static final int LARGEST_FILE = 64 * 1024;

    private static final String EXAMPLE =
            """
            date,kind,name
            2027-01-01,HOLIDAY,元旦
            2027-01-03,WORKDAY,调休上班
            """;

    private final transient CalendarAdmin admin;
    private final transient CoreTexts words;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div outcome = new Div();
    private final Div years = new Div();
    private final transient ProgrammeNames names;
    private transient String shown;

    @Activate
    public CalendarsPage(
            @Reference CalendarAdmin admin, @Reference CoreTexts words, @Reference LiveProgrammes programmes) {
        super("calendars.title");
        names = new ProgrammeNames(programmes);
        this.admin = admin;
        this.words = words;
        lead("calendars.lead");
        Section upload = new Section(
                new H2(ShellTexts.t("calendars.import")),
                new Paragraph(ShellTexts.t("calendars.import.format")),
                example(),
                errors,
                upload());
        upload.addClassName("card");
        add(upload, outcome, years);
    }

    private static Pre example() {
        Pre example = new Pre(EXAMPLE);
        example.addClassName("code");
        return example;
    }

    private Upload upload() {
        Caller caller = CurrentUser.get();
        Upload upload = new Upload((UploadHandler) event -> receive(event, caller));
        upload.setAcceptedFileExtensions(".csv");
        upload.setMaxFileSize(LARGEST_FILE);
        upload.setMaxFiles(1);
        UploadTexts.speak(upload);
        upload.addAllFinishedListener(e -> upload.clearFileList());
        return upload;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(YEAR)
                .orElse(null);
        show();
    }

    /** On a request thread: the core reads no further than a calendar may go, whatever comes. */
    private void receive(UploadEvent event, Caller caller) throws IOException {
        UI ui = event.getUI();
        try (InputStream content = event.getInputStream()) {
            Plan plan = admin.plan(caller, content);
            ui.access(() -> {
                errors.clear();
                confirm(plan);
            });
        } catch (RefusedException e) {
            ui.access(() -> errors.show(words(e.violations()).stream()
                    .map(line -> new ErrorSummary.Line(null, line, null))
                    .toList()));
        }
    }

    private void confirm(Plan plan) {
        String year = Integer.toString(plan.year());
        String effect = ShellTexts.t(
                plan.replaces() ? "calendars.plan.replace" : "calendars.plan.new",
                year,
                plan.added().size(),
                plan.removed().size(),
                plan.workingDays(),
                plan.moved());
        new ActionDialog(ShellTexts.t("calendars.plan", year), effect, ShellTexts.t("calendars.publish"))
                .with(
                        plan.replaces()
                                ? rows("calendars.days.added", plan.added())
                                : rows("calendars.days", plan.rows()))
                .with(rows("calendars.days.removed", plan.replaces() ? plan.removed() : List.of()))
                .with(CalendarMoves.table(ShellTexts.t("calendars.moves"), plan.moves(), names))
                .open(answer -> publish(plan), this::words);
    }

    private void publish(Plan plan) {
        List<Moved> moves = admin.publish(CurrentUser.get(), plan);
        String year = Integer.toString(plan.year());
        Notices.success(ShellTexts.t("calendars.published", year, CalendarMoves.todos(moves)));
        outcome.removeAll();
        outcome.add(
                moves.isEmpty()
                        ? new Paragraph(ShellTexts.t("calendars.moved.nothing", year))
                        : CalendarMoves.table(ShellTexts.t("calendars.moved", year), moves, names));
        show();
    }

    private List<String> words(List<Violation> violations) {
        return violations.stream()
                .map(violation -> words.message(violation, null).in(Messages.locale()))
                .toList();
    }

    private static Div rows(String title, List<CalendarCheck.Row> rows) {
        PagedTable<CalendarCheck.Row> table = new PagedTable<>(
                ShellTexts.t(title),
                List.of(
                        column("calendars.date", row -> row.date().toString()),
                        column("calendars.kind", row -> ShellTexts.t("calendars.kind." + row.kind())),
                        column("calendars.name", CalendarCheck.Row::name)),
                CalendarCheck.Row::date,
                (sort, descending) -> {});
        table.footer().setVisible(false);
        table.show(rows);
        Div box = new Div(new H3(ShellTexts.t(title)), table);
        box.addClassName("table-box");
        box.setVisible(!rows.isEmpty());
        return box;
    }

    private void show() {
        PagedTable<Year> table = new PagedTable<>(
                ShellTexts.t("calendars.title"),
                List.of(
                        new PagedTable.Column<>(
                                ShellTexts.t("calendars.year"), null, PagedTable.Width.TEXT, CalendarsPage::link),
                        number("calendars.holidays", Year::holidays),
                        number("calendars.workdays", Year::workdays),
                        number("calendars.working-days", Year::workingDays),
                        column(
                                "calendars.source",
                                year -> ShellTexts.t(year.imported() ? "calendars.imported" : "calendars.shipped"))),
                Year::year,
                (sort, descending) -> {});
        table.footer().setVisible(false);
        List<Year> known = admin.years(CurrentUser.get());
        table.show(known);
        years.removeAll();
        years.addClassName("stack");
        years.add(table);
        known.stream()
                .map(Year::year)
                .filter(year -> Integer.toString(year).equals(shown))
                .forEach(year -> years.add(new CalendarDays(year, admin.rows(CurrentUser.get(), year))));
    }

    private static Cell link(Year year) {
        return Cell.link(Integer.toString(year.year()), ROUTE + "?" + YEAR + "=" + year.year());
    }

    private static <T> PagedTable.Column<T> column(String key, Function<T, String> text) {
        return new PagedTable.Column<>(
                ShellTexts.t(key), null, PagedTable.Width.TEXT, row -> Cell.text(text.apply(row)));
    }

    private static <T> PagedTable.Column<T> number(String key, Function<T, Integer> value) {
        return new PagedTable.Column<>(
                ShellTexts.t(key),
                null,
                PagedTable.Width.NUMBER,
                row -> Cell.text(value.apply(row).toString()));
    }
}
