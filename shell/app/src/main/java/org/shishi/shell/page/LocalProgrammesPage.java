package org.shishi.shell.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.money.Yuan;
import org.shishi.api.organisation.LocalProgrammeItem;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.LocalProgrammes;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.QueryBar;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.BuiltIn;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** The lists of service programmes that second-level unions keep beside the city's. */
@Component(service = LocalProgrammesPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(Right.VIEW)
public final class LocalProgrammesPage extends ShellPage implements BeforeEnterObserver {

    public static final String ROUTE = "local-programmes";

    private static final String YEAR = "year";
    private static final String OPEN = "open";
    private static final String NEW = "new";

    private final transient LocalProgrammes lists;
    private final transient Organisations organisations;
    private final transient Refusals refusals;
    private final transient Clock clock;
    private final IntegerField year = new IntegerField(ShellTexts.t("local.year"));
    private final Div content = new Div();

    @Activate
    public LocalProgrammesPage(
            @Reference LocalProgrammes lists,
            @Reference Organisations organisations,
            @Reference Refusals refusals,
            @Reference Clock clock) {
        super("local.title");
        this.lists = lists;
        this.organisations = organisations;
        this.refusals = refusals;
        this.clock = clock;
        lead("local.lead");
        if (writes(CurrentUser.get())) {
            Button add = new Button(ShellTexts.t("local.new"), new Icon("vaadin:plus"), e -> go(NEW));
            add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions(add);
        }
        BuiltIn.speak(year);
        QueryBar bar = new QueryBar(() -> go(null), () -> UI.getCurrent().navigate(ROUTE));
        bar.condition(year);
        add(bar, content);
    }

    private static boolean writes(Caller caller) {
        return caller.organisation().secondLevel() && caller.mayAnywhere(Right.CREATE);
    }

    private void go(String open) {
        String shown = Objects.toString(year.getValue(), Integer.toString(thisYear()));
        UI.getCurrent()
                .navigate(
                        ROUTE,
                        open == null
                                ? QueryParameters.of(YEAR, shown)
                                : QueryParameters.of(YEAR, shown).merging(OPEN, open));
    }

    private int thisYear() {
        return LocalDate.now(clock).getYear();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        year.setValue(query.getSingleParameter(YEAR)
                .filter(text -> text.matches("[0-9]{4}"))
                .map(Integer::valueOf)
                .orElse(thisYear()));
        List<LocalProgrammeItem> items = lists.list(CurrentUser.get(), null, year.getValue());
        content.removeAll();
        content.add(
                items.isEmpty()
                        ? EmptyState.saying(ShellTexts.t("local.none", Integer.toString(year.getValue())))
                        : table(items));
        query.getSingleParameter(OPEN).ifPresent(id -> open(id, items));
    }

    private PagedTable<LocalProgrammeItem> table(List<LocalProgrammeItem> items) {
        PagedTable<LocalProgrammeItem> table = new PagedTable<>(
                ShellTexts.t("local.title"),
                List.of(
                        new PagedTable.Column<>(ShellTexts.t("local.item"), null, PagedTable.Width.TEXT, this::title),
                        new PagedTable.Column<>(
                                ShellTexts.t("local.union"),
                                null,
                                PagedTable.Width.TEXT,
                                item -> Cell.text(union(item.organisationId()))),
                        new PagedTable.Column<>(
                                ShellTexts.t("local.budget"),
                                null,
                                PagedTable.Width.NUMBER,
                                item -> Cell.text(item.budgetFen() == null ? "—" : Amounts.money(item.budgetFen())))),
                LocalProgrammeItem::id,
                (sort, descending) -> {});
        table.footer().setVisible(false);
        table.show(items);
        return table;
    }

    private Cell title(LocalProgrammeItem item) {
        return own(item)
                ? Cell.link(
                        item.title(),
                        Links.withQuery(
                                ROUTE,
                                QueryParameters.of(YEAR, Integer.toString(item.year()))
                                        .merging(OPEN, item.id().toString())))
                : Cell.text(item.title());
    }

    private static boolean own(LocalProgrammeItem item) {
        return writes(CurrentUser.get())
                && item.organisationId().equals(CurrentUser.get().organisation().id());
    }

    private String union(UUID id) {
        return organisations.byId(id).map(Organisation::name).orElse("—");
    }

    private void open(String id, List<LocalProgrammeItem> items) {
        LocalProgrammeItem item = items.stream()
                .filter(one -> one.id().toString().equals(id))
                .filter(LocalProgrammesPage::own)
                .findFirst()
                .orElse(null);
        if (item == null && !(id.equals(NEW) && writes(CurrentUser.get()))) {
            return;
        }
        TextField title = new TextField(ShellTexts.t("local.item"));
        title.setRequiredIndicatorVisible(true);
        title.setManualValidation(true);
        title.setWidthFull();
        TextField budget = new TextField(ShellTexts.t("local.budget.yuan"));
        budget.setWidthFull();
        if (item != null) {
            title.setValue(item.title());
            budget.setValue(item.budgetFen() == null ? "" : Yuan.format(item.budgetFen()));
        }
        Div form = new Div(title, budget);
        form.addClassName("stack");
        if (item != null) {
            Button remove = new Button(ShellTexts.t("local.remove"), e -> remove(item));
            form.add(remove);
        }
        new ActionDialog(
                        item == null ? ShellTexts.t("local.new") : ShellTexts.t("local.edit", item.title()),
                        ShellTexts.t("local.effect"),
                        ShellTexts.t("save"))
                .with(form)
                .open(answer -> save(item, title.getValue(), budget.getValue().strip()), refusals.words());
    }

    private void save(LocalProgrammeItem item, String title, String budget) {
        Long fen = budget.isEmpty()
                ? null
                : Long.valueOf(Yuan.parseYuan(budget).orThrow().fen());
        lists.save(
                CurrentUser.get(),
                new LocalProgrammeItem(
                        item == null ? null : item.id(),
                        CurrentUser.get().organisation().id(),
                        year.getValue(),
                        title,
                        fen,
                        item == null ? 0 : item.version()));
        go(null);
    }

    private void remove(LocalProgrammeItem item) {
        new ActionDialog(
                        ShellTexts.t("local.remove.title", item.title()),
                        ShellTexts.t("local.remove.effect"),
                        ShellTexts.t("local.remove"))
                .dangerous()
                .open(
                        answer -> {
                            lists.remove(CurrentUser.get(), item.id());
                            // The form behind it is about what is gone.
                            UI.getCurrent().getPage().setLocation(ROUTE + "?" + YEAR + "=" + item.year());
                        },
                        refusals.words());
    }
}
