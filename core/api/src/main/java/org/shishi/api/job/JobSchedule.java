package org.shishi.api.job;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * When a {@link ProgrammeJob} runs. Times are Asia/Shanghai.
 *
 * <p>A run happens once in the whole cluster, and one run at a time per job. While the programme is absent the job is
 * parked; when it returns, {@link #catchUp()} says whether missed times are made up by one run or skipped. Up to a minute
 * late counts as in time. A run that was cut short because the programme left counts as missed.
 *
 * <p>A job that cannot be scheduled (empty parameter, an expression that is none or names no time in the future) is
 * parked too; the job page shows why.
 */
@ComponentPropertyType
public @interface JobSchedule {

    String PREFIX_ = "job.";

    /** Unique in the programme, at most 60 characters, for example {@code rooms-deadline}; the key of its title in the messages is {@code job.<id>}. */
    String id();

    /** Quartz cron expression, or {@code ${parameter.name}} for one that the edition holds. */
    String cron();

    /** True: one run on return for all times missed. False: missed times are skipped. */
    boolean catchUp() default true;
}
