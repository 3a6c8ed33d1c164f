package org.shishi.core.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.CalendarAdmin.Moved;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.core.calendar.CalendarFollower;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.rule.CoreParameters;
import org.shishi.core.time.ShanghaiClock;

/** Reminders are computed anew each day: another calendar moves them by itself. Here it is seen before. */
@Component
public final class ReminderDays implements CalendarFollower {

    private static final Visible ALL = new Visible("1 = 1", Map.of());

    private final CoreDatabase database;
    private final WorkingCalendar calendar;
    private final CoreParameters parameters;
    private final Clock clock;

    @Activate
    public ReminderDays(
            @Reference CoreDatabase database,
            @Reference WorkingCalendar calendar,
            @Reference CoreParameters parameters,
            @Reference Clock clock) {
        this.database = database;
        this.calendar = calendar;
        this.parameters = parameters;
        this.clock = clock;
    }

    @Override
    public List<Moved> wouldMove(WorkingCalendar other) {
        Plans before = new Plans(parameters, calendar);
        Plans after = new Plans(parameters, other);
        Map<Moved, Integer> moved = new LinkedHashMap<>();
        for (Kin kin : database.read(handle -> new KinRows(handle, ALL).all(null, null))) {
            compare(days(kin, before), days(kin, after), kin, moved);
        }
        return moved.entrySet().stream()
                .map(entry -> entry.getKey().of(entry.getValue()))
                .toList();
    }

    private List<LocalDate> days(Kin kin, Plans plans) {
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ShanghaiClock.ZONE);
            return kin.sendings(plans.of(kin.terms()), today).stream()
                    .map(Kin.Sending::day)
                    .distinct()
                    .toList();
        } catch (RefusedException e) {
            // Without that year's calendar there is no plan: all its days are new, or gone.
            return List.of();
        }
    }

    /** The days that only one of them has, put side by side in their order. */
    private static void compare(List<LocalDate> before, List<LocalDate> after, Kin kin, Map<Moved, Integer> moved) {
        List<LocalDate> gone = new ArrayList<>(before);
        gone.removeAll(after);
        List<LocalDate> come = new ArrayList<>(after);
        come.removeAll(before);
        for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
            Moved move = new Moved(
                    Moved.Kind.REMINDER,
                    kin.kind().programmeId(),
                    kin.kind().year(),
                    i < gone.size() ? gone.get(i) : null,
                    i < come.size() ? come.get(i) : null,
                    0);
            moved.merge(move, kin.count(), Integer::sum);
        }
    }
}
