package org.shishi.shell.person;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.people.DocumentKind;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.PersonRegistry;
import org.shishi.kit.component.ClearDownload;
import org.shishi.kit.component.Downloads;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.QueryBar;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.session.Staff;
import org.shishi.shell.text.ShellTexts;

/**
 * Finds persons: by whole document, name or mobile, or all who take part in nothing in a year. What is personal never
 * stands in the address, which browsers and logs remember; the year and the page do.
 */
@Component(service = PersonsPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(value = Right.VIEW, members = false)
public final class PersonsPage extends ShellPage implements BeforeEnterObserver {

    static final String ROUTE = "persons";
    private static final String IDLE = "idle";
    private static final int ROWS = 50;
    private static final int YEARS = 3;

    private final transient PersonRegistry registry;
    private final Select<DocumentKind> kind = RegisterDialog.kinds();
    private final TextField number = new TextField(ShellTexts.t("persons.number"));
    private final TextField name = new TextField(ShellTexts.t("persons.name"));
    private final TextField mobile = new TextField(ShellTexts.t("persons.mobile"));
    private final Select<Integer> idle = new Select<>();
    private final Div found = new Div();
    private transient Location here;
    /** The year whose idle persons the page lists, and the exports with it; read by request threads. */
    private transient volatile Integer shownIdle;

    @Activate
    public PersonsPage(
            @Reference PersonRegistry registry,
            @Reference ListSheets sheets,
            @Reference Refusals refusals,
            @Reference Clock clock) {
        super("persons.title");
        this.registry = registry;
        lead("persons.lead");
        int year = LocalDate.now(clock).getYear();
        idle.setLabel(ShellTexts.t("persons.idle"));
        idle.setItems(java.util.stream.IntStream.range(0, YEARS)
                .mapToObj(back -> year - back)
                .toList());
        idle.setEmptySelectionAllowed(true);
        idle.setEmptySelectionCaption(ShellTexts.t("persons.idle.any"));
        idle.setItemLabelGenerator(each -> each == null
                ? ShellTexts.t("persons.idle.any")
                : ShellTexts.t("persons.idle.year", Integer.toString(each)));
        number.setHelperText(ShellTexts.t("persons.whole"));
        name.setHelperText(ShellTexts.t("persons.whole"));
        List.of(number, name, mobile).forEach(field -> field.getElement().setAttribute("autocomplete", "off"));
        QueryBar bar = new QueryBar(this::query, PersonsPage::reset);
        List.of(kind, number, name, mobile, idle).forEach(bar::condition);
        bar.unfold();
        Caller caller = CurrentUser.get();
        actions(Downloads.button(
                "vaadin:download",
                ShellTexts.t("persons.export"),
                () -> ShellTexts.t("lists.export.file.PERSONS"),
                Downloads.XLSX,
                out -> {
                    if (shownIdle == null) {
                        sheets.export(caller, ListSheets.Kind.PERSONS, out);
                    } else {
                        sheets.exportIdle(caller, shownIdle, null, out);
                    }
                }));
        if (Staff.may(caller, Right.UNMASK)) {
            actions(new ClearDownload(
                    ShellTexts.t("persons.export.clear"),
                    ShellTexts.t("lists.export.file.PERSONS"),
                    Downloads.XLSX,
                    (reason, out) -> {
                        if (shownIdle == null) {
                            sheets.exportClear(caller, ListSheets.Kind.PERSONS, reason, out);
                        } else {
                            sheets.exportIdle(caller, shownIdle, reason == null ? "" : reason, out);
                        }
                    },
                    refusals.words()));
        }
        if (Staff.may(caller, Right.CREATE)) {
            actions(Links.button(PersonImportPage.ROUTE, "vaadin:upload", ShellTexts.t("lists.import")));
            Button register = new Button(ShellTexts.t("persons.register"), new Icon("vaadin:plus"));
            register.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            register.addClickListener(e -> new RegisterDialog()
                    .open(
                            draft -> UI.getCurrent()
                                    .navigate(ROUTE + "/"
                                            + registry.register(CurrentUser.get(), draft)
                                                    .id()),
                            refusals.words()));
            actions(register);
        }
        found.addClassName("stack");
        found.getElement().setAttribute("aria-live", "polite");
        add(bar, found);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        here = event.getLocation();
        QueryParameters query = here.getQueryParameters();
        idle.setValue(query.getSingleParameter(IDLE)
                .filter(text -> text.matches("[0-9]{4}"))
                .map(Integer::valueOf)
                .filter(each -> idle.getListDataView().contains(each))
                .orElse(null));
        shownIdle = idle.getValue();
        show(
                registry.list(
                        CurrentUser.get(),
                        new PersonRegistry.Query(
                                null,
                                null,
                                null,
                                null,
                                null,
                                idle.getValue(),
                                Paging.after(query).flatMap(Paging::uuid).orElse(null),
                                ROWS + 1)),
                true);
    }

    private void query() {
        if (number.isEmpty() && name.isEmpty() && mobile.isEmpty()) {
            UI.getCurrent()
                    .navigate(
                            ROUTE,
                            idle.getValue() == null
                                    ? QueryParameters.empty()
                                    : QueryParameters.simple(
                                            Map.of(IDLE, idle.getValue().toString())));
            return;
        }
        show(
                registry.list(
                        CurrentUser.get(),
                        new PersonRegistry.Query(
                                kind.getValue(),
                                number.getValue(),
                                name.getValue(),
                                mobile.getValue(),
                                null,
                                idle.getValue(),
                                null,
                                ROWS)),
                false);
    }

    private void show(List<PersonRegistry.Row> rows, boolean paged) {
        found.removeAll();
        if (rows.isEmpty()) {
            found.add(EmptyState.nothingMatches(PersonsPage::reset));
            return;
        }
        PagedTable<PersonRegistry.Row> table = PersonTables.persons(true);
        table.show(rows.subList(0, Math.min(ROWS, rows.size())));
        found.add(table);
        if (paged) {
            found.add(Paging.links(here, rows, ROWS, PersonRegistry.Row::id));
        } else {
            found.add(new Paragraph(ShellTexts.t("persons.found", rows.size())));
        }
    }

    private static void reset() {
        UI ui = UI.getCurrent();
        // The fields are emptied with the page, whose address may be the same.
        ui.navigate(ROUTE);
        ui.refreshCurrentRoute(false);
    }
}
