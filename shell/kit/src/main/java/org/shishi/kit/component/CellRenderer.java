package org.shishi.kit.component;

import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.function.Function;

/** Draws cells in the browser: one by one as columns of a table, or all of a row as a card on a narrow screen. */
final class CellRenderer {

    private static final String CELL =
            """
            ${%1$s.path
              ? html`<a href="${%1$s.path}" router-link class="${%1$s.css}">${%1$s.text}</a>`
              : %1$s.icon
                ? html`<span class="${%1$s.css}"><vaadin-icon icon="${%1$s.icon}" aria-hidden="true"></vaadin-icon>\
            <span>${%1$s.text}</span></span>`
                : html`<span class="${%1$s.css}">${%1$s.text}</span>`}""";

    private static final String CARD =
            "<div class=\"row-card\">${item.cells.map((cell, i) => html`<div class=\"${i ? '' :"
                    + " 'row-card-title'}\">${i ? html`<span class=\"row-card-label\">${cell.label}</span>` : ''}"
                    + CELL.formatted("cell")
                    + "</div>`)}</div>";

    private CellRenderer() {}

    static <T> LitRenderer<T> cell(Function<T, Cell> content) {
        return LitRenderer.<T>of(CELL.formatted("item.cell")).withProperty("cell", content::apply);
    }

    static <T> LitRenderer<T> card(List<PagedTable.Column<T>> columns) {
        return LitRenderer.<T>of(CARD).withProperty("cells", row -> columns.stream()
                .map(column -> labelled(column, row))
                .toList());
    }

    /** A cell as the browser gets it, with the header it stands under. */
    public record Labelled(String label, String text, String path, String icon, String css) {}

    private static <T> Labelled labelled(PagedTable.Column<T> column, T row) {
        Cell cell = column.content().apply(row);
        return new Labelled(column.header(), cell.text(), cell.path(), cell.icon(), cell.css());
    }
}
