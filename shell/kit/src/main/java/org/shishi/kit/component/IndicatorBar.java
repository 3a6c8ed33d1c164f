package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Map;
import org.shishi.api.report.ReportResult;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.text.Messages;

/** An indicator against its target: numbers, bar, and a light that is a word and an icon, too. */
public final class IndicatorBar extends Div {

    private record Light(Tone tone, String icon) {}

    private static final Map<String, Light> LIGHTS = Map.of(
            "GREEN", new Light(Tone.SUCCESS, "vaadin:check-circle"),
            "YELLOW", new Light(Tone.WARNING, "vaadin:time-forward"),
            "RED", new Light(Tone.DANGER, "vaadin:warning"));

    public IndicatorBar(ReportResult.IndicatorValue indicator) {
        addClassName("indicator");
        String title = indicator.title().in(Messages.locale());
        Div head = new Div(title(title));
        head.addClassName("indicator-head");
        Light light = indicator.light() == null ? null : LIGHTS.get(indicator.light());
        if (light != null) {
            head.add(new StatusBadge(light.tone(), light.icon(), t("light." + indicator.light())));
        }
        Span numbers = new Span(numbers(indicator));
        numbers.addClassName("indicator-numbers");
        add(head, numbers);
        if (indicator.ratio() != null) {
            add(bar(title, indicator.ratio(), light));
        }
        Span asOf = new Span(t("indicator.as-of", Amounts.time(indicator.asOf())));
        asOf.addClassName("muted");
        add(asOf);
    }

    private static Span title(String title) {
        Span span = new Span(title);
        span.addClassName("indicator-title");
        return span;
    }

    private static String numbers(ReportResult.IndicatorValue indicator) {
        return indicator.target() == null
                ? Amounts.count(indicator.actual())
                : t(
                        "indicator.numbers",
                        Amounts.count(indicator.actual()),
                        Amounts.count(indicator.target()),
                        indicator.ratio() == null ? "–" : indicator.ratio().toPlainString());
    }

    private static Div bar(String title, BigDecimal ratio, Light light) {
        double percent = Math.min(100, ratio.doubleValue());
        Div fill = new Div();
        fill.addClassName("bar-fill");
        fill.getStyle().set("width", percent + "%");
        Div bar = new Div(fill);
        bar.addClassName("bar");
        if (light != null) {
            bar.addClassName(StatusBadge.css(light.tone()));
        }
        bar.getElement()
                .setAttribute("role", "meter")
                .setAttribute("aria-label", title)
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", "100")
                .setAttribute("aria-valuenow", String.valueOf(percent))
                .setAttribute("aria-valuetext", ratio.toPlainString() + "%");
        return bar;
    }
}
