package org.shishi.shell.page;

import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.function.Function;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.PagedTable;
import org.shishi.shell.text.ShellTexts;

/** Tables in one order, whose pages, if there are any, are turned by links below them. */
public final class PlainTable {

    private PlainTable() {}

    /** @param label what it shows, for screen readers; @param id tells rows apart */
    public static <T> PagedTable<T> of(String label, List<PagedTable.Column<T>> columns, ValueProvider<T, Object> id) {
        PagedTable<T> table = new PagedTable<>(label, columns, id, (sort, descending) -> {});
        table.footer().setVisible(false);
        return table;
    }

    /** @param key of the header's text */
    public static <T> PagedTable.Column<T> column(String key, PagedTable.Width width, Function<T, Cell> cell) {
        return new PagedTable.Column<>(ShellTexts.t(key), null, width, cell);
    }
}
