package org.shishi.core.rule;

import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The core's own parameters. Not of an edition: operators change them by configuration, PID {@code core.reminder}. */
@Component(service = CoreParameters.class, configurationPid = "core.reminder")
public final class CoreParameters {

    /** Calendar days before and after the due day; the notice prescribes none, these are decision D-16. */
    public @interface Reminder {
        int[] preDays() default {14, 7, 3, 1, 0};

        int[] overdueDays() default {1, 3, 7, 14};
    }

    private final List<Integer> preDays;
    private final List<Integer> overdueDays;

    @Activate
    public CoreParameters(Reminder reminder) {
        preDays = boxed(reminder.preDays());
        overdueDays = boxed(reminder.overdueDays());
    }

    private static List<Integer> boxed(int[] days) {
        return Arrays.stream(days).boxed().toList();
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
