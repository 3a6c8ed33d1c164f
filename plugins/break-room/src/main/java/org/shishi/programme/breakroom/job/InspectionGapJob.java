package org.shishi.programme.breakroom.job;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.programme.breakroom.model.CheckLevel;
import org.shishi.programme.breakroom.model.RoomState;
import org.shishi.programme.breakroom.rule.CompletionRules.RoomStatus;
import org.shishi.programme.breakroom.rule.InspectionRules;
import org.shishi.programme.breakroom.rule.InspectionRules.CheckDone;

/**
 * Tells second-level unions from October on which plaqued rooms they have not inspected in the year of the edition;
 * once that is over, no inspection is one of it any more.
 */
@Component(service = ProgrammeJob.class)
@JobSchedule(id = "breakroom-inspection-gap", cron = "0 0 9 1 10-12 ?")
public final class InspectionGapJob implements ProgrammeJob {

    private final ProgrammeContext programme;
    private final Notices notices;
    private final Organisations organisations;

    @Activate
    public InspectionGapJob(
            @Reference ProgrammeContext programme, @Reference Notices notices, @Reference Organisations organisations) {
        this.programme = programme;
        this.notices = notices;
        this.organisations = organisations;
    }

    @Override
    public JobResult run(JobContext context) {
        if (!Season.open(programme, context) || context.today().getYear() != programme.year()) {
            return new JobResult(Map.of("sent", 0L, "missing", 0L));
        }
        Map<UUID, Integer> missing = missingByUnion();
        context.log(programme.texts().get("job.log.inspection-gap", programme.year(), missing.size()));
        LocalDate month = context.today().withDayOfMonth(1);
        long sent = 0;
        for (Map.Entry<UUID, Integer> union : missing.entrySet()) {
            sent += notices.send(
                    programme,
                    new Notice(
                            "inspection-gap",
                            month.toString(),
                            union.getKey(),
                            Set.of(Right.REVIEW, Right.SUBMIT),
                            month,
                            programme.year() + "/" + programme.programmeId() + "/rooms?status=PLAQUED",
                            List.of(union.getValue())));
        }
        return new JobResult(Map.of(
                "sent",
                sent,
                "missing",
                missing.values().stream().mapToLong(Integer::longValue).sum()));
    }

    private Map<UUID, Integer> missingByUnion() {
        Map<String, UUID> owners = new HashMap<>();
        List<RoomStatus> rooms = programme.database().read(em -> em.createQuery(
                        "select r.id, r.head.ownerOrg from BreakRoom r where r.head.status = 'PLAQUED'", Object[].class)
                .getResultStream()
                .map(row -> {
                    owners.put(row[0].toString(), (UUID) row[1]);
                    return new RoomStatus(row[0].toString(), RoomState.PLAQUED);
                })
                .toList());
        Map<UUID, Integer> missing = new HashMap<>();
        for (String room : InspectionRules.inspectionGap(programme.year(), rooms, generalChecks())
                .orThrow()
                .missing()) {
            organisations
                    .secondLevelOf(owners.get(room))
                    .map(Organisation::id)
                    .ifPresent(union -> missing.merge(union, 1, Integer::sum));
        }
        return missing;
    }

    private List<CheckDone> generalChecks() {
        return programme.database().read(em -> em.createQuery(
                        "select c.room, c.date from SixPointCheck c where c.level = :general", Object[].class)
                .setParameter("general", CheckLevel.GENERAL)
                .getResultStream()
                .map(row -> new CheckDone(row[0].toString(), CheckLevel.GENERAL, (LocalDate) row[1]))
                .toList());
    }
}
