package org.shishi.core.calendar;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.time.WorkingCalendar;

/**
 * The calendar as a service: each question is answered from the state of that moment, so that nobody who holds the
 * service must be restarted when a new year is published. A rule call works on one snapshot throughout.
 */
@Component(service = WorkingCalendar.class)
public final class CurrentCalendar implements WorkingCalendar {

    private final CalendarStore store;

    @Activate
    public CurrentCalendar(@Reference CalendarStore store) {
        this.store = store;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return store.snapshot().isWorkingDay(day);
    }

    @Override
    public LocalDate addWorkingDays(LocalDate day, int n) {
        return store.snapshot().addWorkingDays(day, n);
    }

    @Override
    public boolean covers(int year) {
        return store.snapshot().covers(year);
    }
}
