package org.shishi.programme.breakroom.job;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Right;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.job.JobSchedule;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.notice.Notice;
import org.shishi.api.notice.Notices;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.ProgrammeContext;

/** Reminds the city's working group of its regular meeting; when, the edition says. */
@Component(service = ProgrammeJob.class)
@JobSchedule(id = "breakroom-city-meeting", cron = "${breakroom.cityMeetingCron}", catchUp = false)
public final class CityMeetingJob implements ProgrammeJob {

    private final ProgrammeContext programme;
    private final Notices notices;
    private final Organisations organisations;

    @Activate
    public CityMeetingJob(
            @Reference ProgrammeContext programme, @Reference Notices notices, @Reference Organisations organisations) {
        this.programme = programme;
        this.notices = notices;
        this.organisations = organisations;
    }

    @Override
    public JobResult run(JobContext context) {
        if (!Season.open(programme, context)) {
            return JobResult.of("sent", 0);
        }
        Notice notice = new Notice(
                "city-meeting",
                context.today().toString(),
                organisations.city().id(),
                Set.of(Right.CREATE, Right.APPROVE),
                context.today(),
                programme.year() + "/" + programme.programmeId() + "/reports/overview",
                List.of());
        return JobResult.of("sent", notices.send(programme, notice));
    }
}
