package org.shishi.kit.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;

/** A plain table that may be wider than its place: scrolled by touch and by keyboard, never the whole page. */
public final class TableScroll extends Div {

    public TableScroll(String label, NativeTable table) {
        super(table);
        addClassName("table-scroll");
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", label);
    }
}
