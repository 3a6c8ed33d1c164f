package org.shishi.kit.sheet;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.UUID;
import org.shishi.api.platform.Tasks;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.TableScroll;

/** The rows of a task: the first ones, good and bad, or all bad ones, a hundred at a time. */
final class RowList<T extends ProgrammeRecord> extends Div {

    private static final int AT_ONCE = 100;

    private final transient ImportDesk<T> desk;
    private final transient UUID task;
    private final Div place = new Div();
    private int last;

    /** @param all whether the good ones can be looked at, too (a real run keeps only what it refused) */
    RowList(ImportDesk<T> desk, Tasks.Task task, boolean all) {
        this.desk = desk;
        this.task = task.id();
        addClassName("stack");
        boolean bad = task.rejected() > 0;
        if (all && bad) {
            RadioButtonGroup<Boolean> which = new RadioButtonGroup<>(t("import.show"));
            which.setItems(true, false);
            which.setItemLabelGenerator(
                    rejected -> rejected ? t("import.show.bad", task.rejected()) : t("import.show.first", AT_ONCE));
            which.setValue(true);
            which.addValueChangeListener(e -> show(e.getValue()));
            add(which);
        }
        add(place);
        show(bad || !all);
    }

    private void show(boolean rejected) {
        place.removeAll();
        last = -1;
        List<Tasks.Row> rows = rejected
                ? desk.tasks().rejectedRows(desk.visit().caller(), task, last, AT_ONCE)
                : desk.tasks().previewRows(desk.visit().caller(), task, AT_ONCE);
        if (rows.isEmpty()) {
            place.add(EmptyState.saying(t("import.no-rows")));
            return;
        }
        RowTable<T> table = new RowTable<>(desk);
        table.append(rows);
        place.add(new TableScroll(t("import.rows"), table));
        if (rejected) {
            last = rows.getLast().row();
            more(table, rows.size());
        }
    }

    private void more(RowTable<T> table, int shown) {
        if (shown < AT_ONCE) {
            return;
        }
        Button more = new Button(t("import.more"));
        more.addClickListener(e -> {
            List<Tasks.Row> rows = desk.tasks().rejectedRows(desk.visit().caller(), task, last, AT_ONCE);
            table.append(rows);
            last = rows.isEmpty() ? last : rows.getLast().row();
            more.setVisible(rows.size() == AT_ONCE);
        });
        place.add(more);
    }
}
