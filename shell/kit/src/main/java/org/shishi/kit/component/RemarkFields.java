package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong, field by field, when a record goes back: only these fields can then be mended. */
final class RemarkFields extends Div {

    private record Row(Select<String> field, TextField remark) {}

    private final transient Map<String, String> labels;
    private final transient List<Row> rows = new ArrayList<>();
    private final Div list = new Div();

    RemarkFields(Map<String, String> labels) {
        this.labels = labels;
        addClassNames("remark-fields", "stack");
        Button more = new Button(
                t("remarks.add"), new Icon("vaadin:plus"), e -> addRow().field().focus());
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(new Paragraph(t("remarks.help")), list, more);
    }

    private Row addRow() {
        Select<String> field = new Select<>();
        field.setLabel(t("remarks.field"));
        field.setItems(labels.keySet());
        field.setItemLabelGenerator(labels::get);
        TextField remark = new TextField(t("remarks.remark"));
        Row row = new Row(field, remark);
        Button away = new Button(new Icon("vaadin:close-small"));
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        away.setAriaLabel(t("remarks.remove"));
        Div line = new Div(field, remark, away);
        line.addClassName("remark-row");
        away.addClickListener(e -> {
            rows.remove(row);
            list.remove(line);
        });
        rows.add(row);
        list.add(line);
        return row;
    }

    /** Rows without field or words say nothing; two remarks on one field are put together. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.field().getValue() != null
                        && !row.remark().getValue().isBlank())
                .forEach(row -> values.merge(
                        row.field().getValue(), row.remark().getValue().strip(), (a, b) -> a + " " + b));
        return values;
    }
}
