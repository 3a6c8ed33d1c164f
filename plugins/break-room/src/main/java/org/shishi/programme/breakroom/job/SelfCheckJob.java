package org.shishi.programme.breakroom.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.shishi.programme.breakroom.model.SelfCheckFrequency;

/**
 * Reminds owner units of the self-check of their plaqued rooms (D-16): each month while one is due in the period that the
 * edition's {@code breakroom.selfCheckFrequency} names. Without a value nothing is due.
 */
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
        if (!Season.open(programme, context)) {
            return JobResult.of("sent", 0);
        }
        Optional<SelfCheckFrequency> frequency = programme
                .edition()
                .value("breakroom.selfCheckFrequency")
                .map(word -> SelfCheckFrequency.of(word.toString()));
        return JobResult.of("sent", frequency.map(each -> remind(each, context)).orElse(0L));
    }

    private long remind(SelfCheckFrequency frequency, JobContext context) {
        LocalDate today = context.today();
        LocalDate from = frequency.from(today);
        LocalDate month = today.withDayOfMonth(1);
        long sent = 0;
        List<Object[]> unchecked = unchecked(from);
        context.log(programme.texts().get("job.log.selfcheck", from.toString(), unchecked.size()));
        for (Object[] row : unchecked) {
            sent += notices.send(
                    programme,
                    new Notice(
                            "selfcheck",
                            month.toString(),
                            (UUID) row[0],
                            Set.of(Right.SUBMIT),
                            month,
                            programme.year() + "/" + programme.programmeId() + "/rooms?status=PLAQUED",
                            List.of(frequency.due(today).toString(), row[1], from.toString())));
        }
        return sent;
    }

    private List<Object[]> unchecked(LocalDate from) {
        return programme.database().read(em -> em.createQuery(UNCHECKED, Object[].class)
                .setParameter("self", CheckLevel.SELF)
                .setParameter("from", from)
                .getResultList());
    }
}
