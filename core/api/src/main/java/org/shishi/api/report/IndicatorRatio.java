package org.shishi.api.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;

/** How far an indicator has come: percent of its target, and a traffic light. */
public final class IndicatorRatio {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public enum Light {
        GREEN,
        YELLOW,
        RED
    }

    /**
     * @param ratio percent, one decimal; null without target
     * @param light null without target, or when the elapsed share is not known
     */
    public record Ratio(BigDecimal ratio, Light light) {}

    private IndicatorRatio() {}

    /** A target of 0 is none: nothing can be divided by it. The light looks at the ratio as shown. */
    @Rule(id = "R-C.12", name = "indicatorRatio", source = "§13.12")
    public static Outcome<Ratio> indicatorRatio(
            @Input(value = "target", required = false) Long target,
            @Input("actual") long actual,
            @Input(value = "elapsedPercent", required = false) BigDecimal elapsedPercent) {
        if (target == null || target == 0) {
            return Outcome.of(new Ratio(null, null));
        }
        BigDecimal ratio = BigDecimal.valueOf(actual)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(target), 1, RoundingMode.HALF_UP);
        return Outcome.of(new Ratio(ratio, elapsedPercent == null ? null : light(ratio, elapsedPercent)));
    }

    private static Light light(BigDecimal ratio, BigDecimal elapsedPercent) {
        if (ratio.compareTo(HUNDRED) >= 0) {
            return Light.GREEN;
        }
        return ratio.compareTo(elapsedPercent) >= 0 ? Light.YELLOW : Light.RED;
    }
}
