package org.shishi.kit.sheet;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shishi.api.platform.Tasks;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.TableScroll;

/** The rows of a task: the first ones, good and bad, or all that are bad or noteworthy, a hundred at a time. */
final class RowList<T extends ProgrammeRecord> extends Div {

    private static final int AT_ONCE = 100;

    private enum Which {
        BAD,
        WARNED,
        FIRST
    }

    private final transient ImportDesk<T> desk;
    private final transient UUID task;
    private final Div place = new Div();
    private int last;

    /** @param all whether the good ones can be looked at, too (a real run keeps only what it refused) */
    RowList(ImportDesk<T> desk, Tasks.Task task, boolean all) {
        this.desk = desk;
        this.task = task.id();
        addClassName("stack");
        List<Which> choices = Stream.of(Which.values())
                .filter(one -> switch (one) {
                    case BAD -> task.rejected() > 0;
                    case WARNED -> task.warned() > 0;
                    case FIRST -> all;
                })
                .toList();
        if (choices.size() > 1) {
            RadioButtonGroup<Which> which = new RadioButtonGroup<>(t("import.show"));
            which.setItems(choices);
            which.setItemLabelGenerator(one -> switch (one) {
                case BAD -> t("import.show.bad", task.rejected());
                case WARNED -> t("import.show.warned", task.warned());
                case FIRST -> t("import.show.first", AT_ONCE);
            });
            which.setValue(choices.getFirst());
            which.addValueChangeListener(e -> show(e.getValue()));
            add(which);
        }
        add(place);
        show(choices.isEmpty() ? Which.BAD : choices.getFirst());
    }

    private List<Tasks.Row> rows(Which which) {
        return switch (which) {
            case BAD -> desk.tasks().rejectedRows(desk.visit().caller(), task, last, AT_ONCE);
            case WARNED -> desk.tasks().warnedRows(desk.visit().caller(), task, last, AT_ONCE);
            case FIRST -> desk.tasks().previewRows(desk.visit().caller(), task, AT_ONCE);
        };
    }

    private void show(Which which) {
        place.removeAll();
        last = -1;
        List<Tasks.Row> rows = rows(which);
        if (rows.isEmpty()) {
            place.add(EmptyState.saying(t("import.no-rows")));
            return;
        }
        RowTable<T> table = new RowTable<>(desk);
        table.append(rows);
        place.add(new TableScroll(t("import.rows"), table));
        if (which != Which.FIRST) {
            last = rows.getLast().row();
            more(which, table, rows.size());
        }
    }

    private void more(Which which, RowTable<T> table, int shown) {
        if (shown < AT_ONCE) {
            return;
        }
        Button more = new Button(t("import.more"));
        more.addClickListener(e -> {
            List<Tasks.Row> rows = rows(which);
            table.append(rows);
            last = rows.isEmpty() ? last : rows.getLast().row();
            more.setVisible(rows.size() == AT_ONCE);
        });
        place.add(more);
    }
}
