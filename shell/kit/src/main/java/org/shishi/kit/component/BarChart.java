package org.shishi.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/**
 * Horizontal bars: each a line with its label, its length and its number in words, so that it reads as a list where it
 * is not seen. Lengths are shares of the largest value; negative ones have none.
 */
@Tag("figure")
public final class BarChart extends HtmlContainer {

    /**
     * @param text the value as shown
     * @param path where the label leads; null: nowhere
     */
    public record Bar(String label, long value, String text, String path) {}

    public BarChart(String caption, List<Bar> bars) {
        addClassName("bar-chart");
        Div title = new Div(caption);
        title.getElement().setAttribute("class", "bar-chart-title");
        title.setId("bar-chart-" + Integer.toHexString(System.identityHashCode(this)));
        Div list = new Div();
        list.getElement()
                .setAttribute("role", "list")
                .setAttribute("aria-labelledby", title.getId().orElseThrow());
        long largest = bars.stream().mapToLong(Bar::value).max().orElse(0);
        bars.forEach(bar -> list.add(line(bar, largest)));
        add(title, list);
    }

    private static Component line(Bar bar, long largest) {
        Component label = bar.path() == null ? new Span(bar.label()) : Links.to(bar.path(), bar.label());
        label.getElement().getClassList().add("bar-label");
        Div fill = new Div();
        fill.addClassName("bar-fill");
        fill.getStyle().set("width", percent(bar.value(), largest) + "%");
        Div track = new Div(fill);
        track.addClassName("bar");
        track.getElement().setAttribute("aria-hidden", "true");
        Span number = new Span(bar.text());
        number.addClassName("bar-number");
        Div line = new Div(label, track, number);
        line.addClassName("bar-line");
        line.getElement().setAttribute("role", "listitem");
        return line;
    }

    /** Share of the largest, in percent with one decimal. */
    static double percent(long value, long largest) {
        return value <= 0 || largest <= 0 ? 0 : Math.round(value * 1000.0 / largest) / 10.0;
    }
}
