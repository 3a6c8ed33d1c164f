package org.shishi.core.people;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.job.JobSchedule;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.core.crypto.InstalledKeys;

/** Goes on with a change of keys that was begun: at once when somebody begins it, each night when it was interrupted. */
@Component(service = ProgrammeJob.class)
@JobSchedule(id = KeyRotationJob.ID, cron = "0 30 2 * * ?")
public final class KeyRotationJob implements ProgrammeJob {

    static final String ID = "core-key-rotation";

    private final InstalledKeys keys;
    private final KeyRotation rotation;

    @Activate
    public KeyRotationJob(@Reference InstalledKeys keys, @Reference KeyRotation rotation) {
        this.keys = keys;
        this.rotation = rotation;
    }

    @Override
    public JobResult run(JobContext context) {
        // The node that runs it may be another one than that on which it was begun.
        keys.look();
        return JobResult.of("sealed", rotation.run(context::cancelled, context::progress));
    }
}
