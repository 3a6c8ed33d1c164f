package org.shishi.core.rule;

import java.util.List;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.shishi.core.platform.NumberList;

/** The core's own parameters. Not of an edition: operators change them, the launcher has checked them. */
@Component(service = CoreParameters.class)
public final class CoreParameters {

    /** Calendar days before and after the due day; the notice prescribes none, these are decision D-16. */
    public @interface Reminder {
        int[] preDays() default {14, 7, 3, 1, 0};

        int[] overdueDays() default {1, 3, 7, 14};
    }

    private final List<Integer> preDays;
    private final List<Integer> overdueDays;

    @Activate
    public CoreParameters(BundleContext context, Reminder defaults) {
        this(context::getProperty, defaults);
    }

    /** Where nothing is set. */
    public CoreParameters(Reminder defaults) {
        this(key -> null, defaults);
    }

    CoreParameters(UnaryOperator<String> property, Reminder defaults) {
        preDays = NumberList.of(property.apply("shishi.reminder.before"), defaults.preDays());
        overdueDays = NumberList.of(property.apply("shishi.reminder.after"), defaults.overdueDays());
    }

    public List<Integer> preDays() {
        return preDays;
    }

    public List<Integer> overdueDays() {
        return overdueDays;
    }

    /** @throws IllegalArgumentException for any other name */
    Object value(String name) {
        return switch (name) {
            case "core.reminder.preDays" -> preDays;
            case "core.reminder.overdueDays" -> overdueDays;
            default -> throw new IllegalArgumentException("the core has no parameter " + name);
        };
    }
}
