package org.shishi.core.file;

import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.job.JobSchedule;
import org.shishi.api.job.ProgrammeJob;

/** Each night removes stored contents whose attachments are gone. */
@Component(service = ProgrammeJob.class)
@JobSchedule(id = "core-files", cron = "0 30 3 * * ?", catchUp = false)
public final class FileSweepJob implements ProgrammeJob {

    private final AttachmentsService attachments;

    @Activate
    public FileSweepJob(@Reference AttachmentsService attachments) {
        this.attachments = attachments;
    }

    @Override
    public JobResult run(JobContext context) throws IOException {
        return JobResult.of("removed", attachments.sweep());
    }
}
