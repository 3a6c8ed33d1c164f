package org.shishi.programme.breakroom.job;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.job.JobSchedule;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.report.Reports;

/** Keeps each night's count of completed rooms, for every organisation up the tree. */
@Component(service = ProgrammeJob.class)
@JobSchedule(id = "breakroom-indicator", cron = "0 0 1 * * ?")
public final class IndicatorJob implements ProgrammeJob {

    private final ProgrammeContext programme;
    private final Reports reports;

    @Activate
    public IndicatorJob(@Reference ProgrammeContext programme, @Reference Reports reports) {
        this.programme = programme;
        this.reports = reports;
    }

    @Override
    public JobResult run(JobContext context) {
        return JobResult.of("values", reports.snapshot(programme, context.today()));
    }
}
