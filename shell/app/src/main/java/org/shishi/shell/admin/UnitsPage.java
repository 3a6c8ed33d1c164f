package org.shishi.shell.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.organisation.Unit;
import org.shishi.api.organisation.UnitKind;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.Units;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.Downloads;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.QueryBar;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.PlainTable;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** Enterprises, schools, associations and partners, by name. One is opened by its address. */
@Component(service = UnitsPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(Right.PLATFORM)
public final class UnitsPage extends ShellPage implements BeforeEnterObserver {

    static final String ROUTE = "admin/units";

    private static final String SEARCH = "q";
    private static final String KIND = "kind";
    private static final String OPEN = "open";
    private static final String NEW = "new";
    private static final int ROWS = 50;

    private final transient Units units;
    private final transient Organisations organisations;
    private final transient Refusals refusals;
    private final TextField search = new TextField(ShellTexts.t("units.search"));
    private final Select<UnitKind> kind = new Select<>();
    private final Div content = new Div();

    @Activate
    public UnitsPage(
            @Reference Units units,
            @Reference Organisations organisations,
            @Reference ListSheets sheets,
            @Reference Refusals refusals) {
        super("units.title");
        this.units = units;
        this.organisations = organisations;
        this.refusals = refusals;
        Caller caller = CurrentUser.get();
        actions(
                Downloads.button(
                        "vaadin:download",
                        ShellTexts.t("lists.export"),
                        () -> ShellTexts.t("lists.export.file.UNITS"),
                        Downloads.XLSX,
                        out -> sheets.export(caller, ListSheets.Kind.UNITS, out)),
                Links.button(UnitImportPage.ROUTE, "vaadin:upload", ShellTexts.t("lists.import")),
                Links.primary(
                        Links.withQuery(ROUTE, QueryParameters.of(OPEN, NEW)),
                        "vaadin:plus",
                        ShellTexts.t("units.new")));
        search.setClearButtonVisible(true);
        kind.setLabel(ShellTexts.t("units.kind"));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(ShellTexts.t("units.every"));
        kind.setItems(UnitKind.values());
        kind.setItemLabelGenerator(one -> one == null ? ShellTexts.t("units.every") : word(one));
        QueryBar bar = new QueryBar(this::query, () -> UI.getCurrent().navigate(ROUTE));
        bar.condition(search);
        bar.condition(kind);
        add(bar, content);
    }

    static String word(UnitKind kind) {
        return ShellTexts.t("UnitKind." + kind.name());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        search.setValue(query.getSingleParameter(SEARCH).orElse(""));
        kind.setValue(query.getSingleParameter(KIND)
                .flatMap(name -> Arrays.stream(UnitKind.values())
                        .filter(one -> one.name().equals(name))
                        .findFirst())
                .orElse(null));
        List<Unit> found = units.list(
                CurrentUser.get(),
                search.isEmpty() ? null : search.getValue().strip(),
                kind.getValue(),
                null,
                Paging.after(query).flatMap(Paging::uuid).orElse(null),
                ROWS + 1);
        content.removeAll();
        if (found.isEmpty()) {
            content.add(EmptyState.nothingMatches(() -> UI.getCurrent().navigate(ROUTE)));
        } else {
            PagedTable<Unit> table = table();
            table.show(found.subList(0, Math.min(ROWS, found.size())));
            content.add(table, Paging.links(event.getLocation(), found, ROWS, Unit::id));
        }
        query.getSingleParameter(OPEN).ifPresent(this::open);
    }

    private void open(String id) {
        Caller caller = CurrentUser.get();
        if (id.equals(NEW)) {
            new UnitDialog(
                            null,
                            organisations,
                            refusals.words(),
                            unit -> saved(units.create(caller, unit)),
                            this::query)
                    .open();
        } else {
            Paging.uuid(id).map(one -> units.get(caller, one)).ifPresent(unit -> new UnitDialog(
                            unit,
                            organisations,
                            refusals.words(),
                            changed -> saved(units.update(caller, changed)),
                            this::query)
                    .open());
        }
    }

    private void saved(Unit unit) {
        org.shishi.kit.component.Notices.success(ShellTexts.t("units.saved", unit.name()));
        query();
    }

    private void query() {
        Map<String, String> parameters = new HashMap<>();
        if (!search.isEmpty()) {
            parameters.put(SEARCH, search.getValue().strip());
        }
        if (kind.getValue() != null) {
            parameters.put(KIND, kind.getValue().name());
        }
        UI.getCurrent().navigate(ROUTE, QueryParameters.simple(parameters));
    }

    private PagedTable<Unit> table() {
        return PlainTable.of(
                ShellTexts.t("units.title"),
                List.of(
                        PlainTable.column("units.name", PagedTable.Width.TEXT, UnitsPage::link),
                        PlainTable.column("units.kind", PagedTable.Width.SHORT, unit -> Cell.text(word(unit.kind()))),
                        PlainTable.column(
                                "units.uscc",
                                PagedTable.Width.SHORT,
                                unit -> Cell.text(unit.uscc() == null ? "—" : unit.uscc())),
                        PlainTable.column(
                                "units.district",
                                PagedTable.Width.SHORT,
                                unit -> Cell.text(
                                        unit.district() == null
                                                ? "—"
                                                : unit.district().title().in(Messages.locale()))),
                        PlainTable.column(
                                "units.union", PagedTable.Width.TEXT, unit -> Cell.text(union(unit.organisationId())))),
                Unit::id);
    }

    private static Cell link(Unit unit) {
        return Cell.link(
                unit.name(),
                Links.withQuery(ROUTE, QueryParameters.of(OPEN, unit.id().toString())));
    }

    private String union(UUID id) {
        return id == null ? "—" : organisations.byId(id).map(Organisation::name).orElse("—");
    }
}
