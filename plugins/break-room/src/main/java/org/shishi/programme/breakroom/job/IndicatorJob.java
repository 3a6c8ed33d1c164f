package org.shishi.programme.breakroom.job;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Right;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.job.JobSchedule;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.money.Subsidies;
import org.shishi.api.money.SubsidyEntry.Payer;
import org.shishi.api.money.Yuan;
import org.shishi.api.notice.Notice;
import org.shishi.api.notice.Notices;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.report.Reports;

/**
 * Keeps each night's count of completed rooms, for every organisation up the tree, and adds up again what the city
 * has paid: a difference between rooms and ledger is told to those who settle (domain specification §13.10).
 */
@Component(service = ProgrammeJob.class)
@JobSchedule(id = "breakroom-indicator", cron = "0 0 1 * * ?")
public final class IndicatorJob implements ProgrammeJob {

    private final ProgrammeContext programme;
    private final Reports reports;
    private final Subsidies ledger;
    private final Notices notices;
    private final Organisations organisations;

    @Activate
    public IndicatorJob(
            @Reference ProgrammeContext programme,
            @Reference Reports reports,
            @Reference Subsidies ledger,
            @Reference Notices notices,
            @Reference Organisations organisations) {
        this.programme = programme;
        this.reports = reports;
        this.ledger = ledger;
        this.notices = notices;
        this.organisations = organisations;
    }

    @Override
    public JobResult run(JobContext context) {
        long values = reports.snapshot(programme, context.today());
        return new JobResult(Map.of("values", values, "difference", difference(context)));
    }

    private long difference(JobContext context) {
        long onRooms = programme.database().read(em -> {
            Long sum = em.createQuery("select sum(r.subsidyFen) from BreakRoom r", Long.class)
                    .getSingleResult();
            return sum == null ? 0 : sum;
        });
        long paid = ledger.paidFen(programme, Payer.CITY);
        if (onRooms != paid) {
            notices.send(
                    programme,
                    new Notice(
                            "subsidy-difference",
                            context.today().toString(),
                            organisations.city().id(),
                            Set.of(Right.SETTLE),
                            context.today(),
                            programme.year() + "/" + programme.programmeId() + "/reports/overview",
                            List.of(Yuan.format(onRooms), Yuan.format(paid))));
        }
        return onRooms - paid;
    }
}
