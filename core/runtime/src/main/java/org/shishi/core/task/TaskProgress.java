package org.shishi.core.task;

import java.util.List;
import java.util.UUID;

/** What work tells while it runs. For one thread. */
public interface TaskProgress {

    /** Up to here verdicts are kept; later rejected or warned rows are counted only. */
    int MOST_ROWS = 100_000;

    /** So many rows are kept for the preview, good or bad. */
    int PREVIEW = 200;

    UUID id();

    /**
     * Whether it shall go on.
     *
     * @throws TaskStoppedException somebody cancelled it, or the platform stops
     */
    void check();

    void total(long rows);

    /** Verdicts of rows, in the order of the file. Not inside a transaction that may be rolled back. */
    void rows(List<TaskRow> rows);

    /** What is wrong with the head: one more that is rejected, though no row. */
    void head(TaskRow head);

    /** Says that so many of the rows that seemed good were saved after all (or not). */
    void accepted(long rows);

    /** Writes something down for whoever asks after the task, at once. */
    void remember(String key, String value);
}
