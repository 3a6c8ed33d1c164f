package org.shishi.core.scheduling;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.Health;

/** Whether jobs are done. */
@Component
public final class SchedulerHealth implements Health {

    private final Schedules schedules;

    @Activate
    public SchedulerHealth(@Reference Schedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public String component() {
        return "scheduler";
    }

    @Override
    public boolean up() {
        return schedules.up();
    }

    @Override
    public Map<String, String> details() {
        List<OwnerSchedule> live = schedules.live();
        return Map.of(
                "node", schedules.node(),
                "clustered", Boolean.toString(schedules.clustered()),
                "schedulers", Integer.toString(live.size()),
                "jobs",
                        Integer.toString(
                                live.stream().mapToInt(OwnerSchedule::size).sum()),
                "running",
                        Integer.toString(live.stream()
                                .mapToInt(OwnerSchedule::runningNow)
                                .sum()));
    }
}
