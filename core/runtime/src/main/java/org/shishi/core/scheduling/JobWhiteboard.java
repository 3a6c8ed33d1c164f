package org.shishi.core.scheduling;

import java.util.Map;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.platform.LiveProgramme;

/** Sees programmes and jobs come and go in the service registry. Whose a job is, its bundle says. */
@Component(service = {})
public final class JobWhiteboard {

    private final Schedules schedules;

    @Activate
    public JobWhiteboard(@Reference Schedules schedules) {
        this.schedules = schedules;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addProgramme(LiveProgramme programme) {
        schedules.programmeArrived(programme);
    }

    void removeProgramme(LiveProgramme programme) {
        schedules.programmeLeft(programme);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addJob(ProgrammeJob job, Map<String, Object> properties) {
        schedules.jobArrived(bundle(properties), job, properties);
    }

    void removeJob(ProgrammeJob job, Map<String, Object> properties) {
        schedules.jobLeft(bundle(properties), job);
    }

    private static long bundle(Map<String, Object> properties) {
        return (Long) properties.get(Constants.SERVICE_BUNDLEID);
    }
}
