package org.shishi.testbed.reminders;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.shishi.api.deadline.Deadline;
import org.shishi.api.deadline.Deadlines;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.ProgrammeContext;

/**
 * Publishes that one union owes as many things as the edition says, on a working day of its own: a Sunday on which the
 * test runs reminds nobody.
 */
public final class RemindersJob implements ProgrammeJob {

    /** A Friday: 14 days before {@link #DUE}. */
    private static final LocalDate TODAY = LocalDate.of(2024, 5, 17);

    private static final LocalDate DUE = LocalDate.of(2024, 5, 31);

    private final ProgrammeContext programme;
    private final Deadlines deadlines;
    private final Organisations organisations;
    private final String type;

    /** @param properties of the component; {@code owed.type}: which kind of thing is owed */
    public RemindersJob(
            ProgrammeContext programme,
            Deadlines deadlines,
            Organisations organisations,
            Map<String, Object> properties) {
        this.programme = programme;
        this.deadlines = deadlines;
        this.organisations = organisations;
        this.type = (String) properties.get("owed.type");
    }

    @Override
    public JobResult run(JobContext context) {
        int count = programme
                .edition()
                .value(RemindersJar.COUNT)
                .map(Number.class::cast)
                .orElseThrow()
                .intValue();
        Organisation union = organisations.byName(RemindersJar.UNION).orElseThrow();
        List<Deadline> open = IntStream.range(0, count)
                .mapToObj(
                        number -> new Deadline(type, type + "-" + number, union.id(), null, DUE, true, List.of(number)))
                .toList();
        return JobResult.of("sent", deadlines.publish(programme, type, open, TODAY));
    }
}
