package org.shishi.api.job;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.text.Text;

/** What a run gets. */
@ProviderType
public interface JobContext {

    /** The system caller, named after the job. */
    Caller caller();

    /** The day of the run in Asia/Shanghai, by the injected clock. */
    LocalDate today();

    /** Shows progress on the job page. */
    void progress(long done, long total);

    /**
     * A line for whoever looks at the run on the job page, kept with its time: the first 200, 500 characters of each.
     * Progress is written there by itself. Never an ID number, phone number or other personal data.
     */
    void log(String line);

    /** The same in both languages, 490 characters of each: whoever looks reads their own. */
    default void log(Text line) {
        log(line.zh());
    }

    /** True when somebody cancelled the run or the programme is stopping: finish the current chunk and return. */
    boolean cancelled();
}
