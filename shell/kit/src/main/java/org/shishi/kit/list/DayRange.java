package org.shishi.kit.list;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.shishi.kit.text.BuiltIn;

/** From a day to a day. */
final class DayRange extends CustomField<String> implements Condition {

    private final String name;
    private final DatePicker from = end("query.from");
    private final DatePicker to = end("query.to");

    DayRange(String name, String label) {
        this.name = name;
        setLabel(label);
        Span dash = new Span("–");
        dash.getElement().setAttribute("aria-hidden", "true");
        Div ends = new Div(from, dash, to);
        ends.addClassName("range");
        add(ends);
    }

    private static DatePicker end(String key) {
        DatePicker input = BuiltIn.speak(new DatePicker());
        input.setPlaceholder(t(key));
        input.setAriaLabel(t(key));
        input.setClearButtonVisible(true);
        return input;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void show(List<String> values) {
        Ranges.Range range = Ranges.read(values);
        from.setValue(day(range.from()));
        to.setValue(day(range.to()));
    }

    @Override
    public List<String> read() {
        return Ranges.write(text(from.getValue()), text(to.getValue()));
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    protected String generateModelValue() {
        return from.getValue() + ".." + to.getValue();
    }

    @Override
    protected void setPresentationValue(String value) {
        show(List.of());
    }
}
