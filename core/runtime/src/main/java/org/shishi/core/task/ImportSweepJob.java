package org.shishi.core.task;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.job.JobSchedule;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.core.crypto.FileCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.SharedFiles;
import org.shishi.core.sheet.Spool;

/**
 * Each night deletes files of imports whose day is over, whether another one comes or not, and empties kept rows of imports
 * of persons that nobody looks at any more: no edition says when theirs end.
 */
@Component(service = ProgrammeJob.class)
@JobSchedule(id = "core-imports", cron = "0 40 3 * * ?", catchUp = false)
public final class ImportSweepJob implements ProgrammeJob {

    static final Duration LOOKED_AT = Duration.ofDays(30);

    private final CoreDatabase database;
    private final Spool spool;
    private final Clock clock;

    @Activate
    public ImportSweepJob(
            @Reference CoreDatabase database,
            @Reference Keys keys,
            @Reference PlatformInfo platform,
            @Reference SharedFiles shared,
            @Reference Clock clock) {
        this.database = database;
        this.spool = new Spool(platform.home().resolve("tmp").resolve("imports"), shared, new FileCipher(keys), clock);
        this.clock = clock;
    }

    @Override
    public JobResult run(JobContext context) throws IOException {
        spool.sweep();
        int rows = database.transact(handle -> handle.createUpdate("update core.task_row set cells = '{}'"
                        + " where cells <> '{}' and task_id in (select id from core.task where kind = :kind"
                        + " and ended_at < :before)")
                .bind("kind", ListSheets.Kind.PERSONS.task())
                .bind("before", OffsetDateTime.now(clock).minus(LOOKED_AT))
                .execute());
        return new JobResult(Map.of("rows", (long) rows));
    }
}
