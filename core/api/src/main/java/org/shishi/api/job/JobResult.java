package org.shishi.api.job;

import java.util.Map;

/**
 * What a run did, for the job page.
 *
 * @param counts by word, for example {@code sent: 38}; keys are message keys {@code job.count.<key>}
 */
public record JobResult(Map<String, Long> counts) {

    public JobResult {
        counts = Map.copyOf(counts);
    }

    public static JobResult of(String key, long count) {
        return new JobResult(Map.of(key, count));
    }
}
