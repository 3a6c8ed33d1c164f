package org.shishi.programme.breakroom.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.programme.breakroom.model.CheckLevel;

/** Reminds owner units each month of the self-check of their plaqued rooms (D-16). */
@Component(service = ProgrammeJob.class)
@JobSchedule(id = "breakroom-selfcheck", cron = "0 0 9 1 * ?")
public final class SelfCheckJob implements ProgrammeJob {

    private static final String UNCHECKED =
            """
            select r.head.ownerOrg, count(r) from BreakRoom r
            where r.head.status in ('PLAQUED', 'RECTIFY')
              and not exists (select c from SixPointCheck c
                              where c.room = r.id and c.level = :self and c.date >= :from)
            group by r.head.ownerOrg""";

    private final ProgrammeContext programme;
    private final Notices notices;

    @Activate
    public SelfCheckJob(@Reference ProgrammeContext programme, @Reference Notices notices) {
        this.programme = programme;
        this.notices = notices;
    }

    @Override
    public JobResult run(JobContext context) {
        LocalDate month = context.today().withDayOfMonth(1);
        long sent = 0;
        for (Object[] row : unchecked(month)) {
            sent += notices.send(
                    programme,
                    new Notice(
                            "selfcheck",
                            month.toString(),
                            (UUID) row[0],
                            Set.of(Right.SUBMIT),
                            month,
                            programme.year() + "/" + programme.programmeId() + "/rooms?status=PLAQUED",
                            List.of(month.getMonthValue(), row[1])));
        }
        return JobResult.of("sent", sent);
    }

    private List<Object[]> unchecked(LocalDate month) {
        return programme.database().read(em -> em.createQuery(UNCHECKED, Object[].class)
                .setParameter("self", CheckLevel.SELF)
                .setParameter("from", month)
                .getResultList());
    }
}
