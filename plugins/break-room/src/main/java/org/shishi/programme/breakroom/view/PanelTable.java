package org.shishi.programme.breakroom.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import org.shishi.kit.component.TableScroll;

/** A small table of a panel; on a phone each cell carries its column's heading. */
final class PanelTable {

    private final List<String> headings;
    private final NativeTableBody body = new NativeTableBody();

    PanelTable(List<String> headings) {
        this.headings = headings;
    }

    /** @param contents one for each heading */
    void row(Component... contents) {
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < contents.length; i++) {
            NativeTableCell cell = new NativeTableCell(contents[i]);
            cell.getElement().setAttribute("data-label", headings.get(i));
            cell.addClassName("short");
            row.add(cell);
        }
        body.add(row);
    }

    /** @param name what the table is called by those who hear it */
    Component as(String name) {
        NativeTableRow header = new NativeTableRow();
        headings.forEach(heading -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(heading);
            cell.getElement().setAttribute("scope", "col");
            header.add(cell);
        });
        NativeTable table = new NativeTable(new NativeTableHeader(header), body);
        table.addClassName("table");
        return new TableScroll(name, table);
    }
}
