package org.shishi.kit.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.ValueProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shishi.kit.KitTexts;
import org.shishi.kit.text.BuiltIn;

/**
 * A table over one page of rows that the server fetched by key. It fetches nothing itself: what is asked of it (another
 * order, another page) it hands on, and is given the rows that answer. On a narrow screen each row is a card.
 *
 * @param <T> a row
 */
public final class PagedTable<T> extends Div {

    /**
     * @param sort name by which the rows can be ordered; null: they can't
     */
    public record Column<T>(String header, String sort, Width width, Function<T, Cell> content) {

        /** A column of numbers or of words. */
        public Column(String header, String sort, boolean number, Function<T, Cell> content) {
            this(header, sort, number ? Width.NUMBER : Width.TEXT, content);
        }
    }

    /** How much room a column takes. */
    public enum Width {
        /** Words of any length: takes what is left, and more lines. */
        TEXT,
        /** As wide as its longest word. */
        SHORT,
        /** As {@link #SHORT}, to the right. */
        NUMBER
    }

    /** In rem: em would be another width in the head, whose letters are smaller. */
    private static final String TEXT_WIDTH = "7rem";

    private final Grid<T> grid = new Grid<>();
    private final transient List<Column<T>> columns;
    private final Grid.Column<T> card;
    private final PageFooter footer = new PageFooter();
    private transient List<T> rows = List.of();

    /**
     * @param label what the table shows, for screen readers
     * @param id tells rows apart
     * @param ordered gets the sort name (null: none) and whether it descends
     */
    public PagedTable(
            String label, List<Column<T>> columns, ValueProvider<T, Object> id, BiConsumer<String, Boolean> ordered) {
        this.columns = List.copyOf(columns);
        addClassName("paged-table");
        BuiltIn.speak(grid);
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        grid.getElement().setAttribute("aria-label", label);
        columns.forEach(this::addColumn);
        card = grid.addColumn(CellRenderer.card(this.columns));
        card.setVisible(false);
        grid.setItems(new CallbackDataProvider<T, Void>(
                query -> rows.stream().skip(query.getOffset()).limit(query.getLimit()), query -> rows.size(), id));
        grid.addSortListener(event -> {
            if (event.isFromClient()) {
                order(event.getSortOrder(), ordered);
            }
        });
        add(grid, footer);
    }

    private void addColumn(Column<T> column) {
        Grid.Column<T> shown =
                grid.addColumn(CellRenderer.cell(column.content())).setHeader(column.header());
        if (column.width() == Width.TEXT) {
            shown.setWidth(TEXT_WIDTH).setFlexGrow(1);
        } else {
            shown.setAutoWidth(true).setFlexGrow(0);
        }
        if (column.width() == Width.NUMBER) {
            shown.setTextAlign(ColumnTextAlign.END);
        }
        shown.setRowHeader(columns.indexOf(column) == 0);
        if (column.sort() != null) {
            shown.setKey(column.sort()).setSortProperty(column.sort()).setSortable(true);
        }
    }

    private void order(List<GridSortOrder<T>> orders, BiConsumer<String, Boolean> ordered) {
        if (orders.isEmpty()) {
            ordered.accept(null, false);
        } else {
            GridSortOrder<T> order = orders.getFirst();
            ordered.accept(order.getSorted().getKey(), order.getDirection() == SortDirection.DESCENDING);
        }
    }

    /** Lets rows be ticked; the listener gets the ticked ones. */
    public void selectable(Consumer<Set<T>> selected) {
        GridMultiSelectionModel<T> model = (GridMultiSelectionModel<T>) grid.setSelectionMode(Grid.SelectionMode.MULTI);
        model.setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.VISIBLE);
        model.addMultiSelectionListener(event -> selected.accept(event.getAllSelectedItems()));
    }

    /** Shows a page of rows in the order they come in; nothing is ticked any more. */
    public void show(List<T> page) {
        rows = List.copyOf(page);
        setVisible(!rows.isEmpty());
        grid.deselectAll();
        grid.getDataProvider().refreshAll();
        grid.recalculateColumnWidths();
    }

    /** Marks the header by which the rows are ordered. */
    public void ordered(String sort, boolean descending) {
        List<GridSortOrder<T>> orders = new ArrayList<>();
        if (sort != null && grid.getColumnByKey(sort) != null) {
            orders.add(new GridSortOrder<>(
                    grid.getColumnByKey(sort), descending ? SortDirection.DESCENDING : SortDirection.ASCENDING));
        }
        grid.sort(orders);
    }

    public PageFooter footer() {
        return footer;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement()
                .executeJs(
                        """
                        const narrow = window.matchMedia('(max-width: 640px)');
                        const tell = () => this.$server.narrow(narrow.matches);
                        narrow.addEventListener('change', tell);
                        if (narrow.matches) tell();
                        const sorters = () => this.querySelectorAll('vaadin-grid-sorter').forEach(sorter => {
                          const label = sorter.getAttribute('aria-label') ?? '';
                          if (label.startsWith('Sort by ')) {
                            sorter.setAttribute('aria-label', $0.replace('{0}', label.substring(8)));
                          }
                        });
                        sorters();
                        new MutationObserver(sorters).observe(this, { subtree: true, childList: true });
                        """,
                        KitTexts.t("list.sort", "{0}"));
    }

    @ClientCallable
    private void narrow(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible(column.equals(card) == narrow));
    }
}
