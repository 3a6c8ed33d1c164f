package org.shishi.core.scheduling;

import java.util.function.Consumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** The only job class that Quartz' tables ever name. Hands the name of the job to its owner's schedule. */
@DisallowConcurrentExecution
final class StoredJob implements Job {

    private final Consumer<String> byName;

    StoredJob(Consumer<String> byName) {
        this.byName = byName;
    }

    @Override
    public void execute(JobExecutionContext context) {
        byName.accept(context.getJobDetail().getKey().getName());
    }
}
