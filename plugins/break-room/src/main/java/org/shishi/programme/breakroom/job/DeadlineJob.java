package org.shishi.programme.breakroom.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.deadline.Deadline;
import org.shishi.api.deadline.Deadlines;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.job.JobSchedule;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.programme.breakroom.service.ApplicationDeadline;

/**
 * Reminds second-level unions that have declared nothing yet. The notice sets no date for A2-1-1: without
 * {@code breakroom.applicationDeadline} there is nothing to remind of (R-C.9, SOFT).
 */
@Component(service = ProgrammeJob.class)
@JobSchedule(id = "breakroom-deadline", cron = "0 0 9 * * ?")
public final class DeadlineJob implements ProgrammeJob {

    private final ProgrammeContext programme;
    private final Deadlines deadlines;
    private final Organisations organisations;

    @Activate
    public DeadlineJob(
            @Reference ProgrammeContext programme,
            @Reference Deadlines deadlines,
            @Reference Organisations organisations) {
        this.programme = programme;
        this.deadlines = deadlines;
        this.organisations = organisations;
    }

    @Override
    public JobResult run(JobContext context) {
        if (!Season.open(programme, context)) {
            // What is owed stands as it was: a year that is closed neither reminds nor takes it for done.
            return JobResult.of("sent", 0);
        }
        List<Deadline> open = owing();
        Optional<LocalDate> due =
                programme.edition().value("breakroom.applicationDeadline").map(LocalDate.class::cast);
        context.log(due.map(day -> programme.texts().get("job.log.deadline", day.toString(), open.size()))
                .orElseGet(() -> programme.texts().get("job.log.deadline-unset")));
        return JobResult.of("sent", deadlines.publish(programme, "application", open, context.today()));
    }

    /** Each union by the day that holds for it: the city may have given it longer. */
    private List<Deadline> owing() {
        Set<UUID> declared = declared();
        return organisations.secondLevel().stream()
                .filter(union -> !declared.contains(union.id()))
                .flatMap(union ->
                        ApplicationDeadline.of(programme, union.id()).map(due -> owed(union.id(), due)).stream())
                .toList();
    }

    private Deadline owed(UUID union, LocalDate due) {
        return new Deadline("application", "A2-1-1", union, null, due, false, List.of(programme.year()));
    }

    private Set<UUID> declared() {
        List<UUID> owners = programme.database().read(em -> em.createQuery(
                        "select distinct r.head.ownerOrg from BreakRoom r where r.head.status not in ('DRAFT', 'WITHDRAWN')",
                        UUID.class)
                .getResultList());
        return owners.stream()
                .map(owner ->
                        organisations.secondLevelOf(owner).map(Organisation::id).orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
