package org.shishi.core.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One task under way: counts in memory, seen at once on this node; others see them about once a second. */
final class RunningTask implements TaskProgress {

    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

    private final UUID id;
    private final TaskStore store;
    private final TaskRows table;
    private final Clock clock;
    private final Map<String, String> details;
    private volatile TaskCounts counts = new TaskCounts(0, 0, 0, 0, 0);
    private volatile boolean stop;
    private Instant written = Instant.MIN;
    private Instant asked = Instant.MIN;
    private int previewed;
    private int kept;

    RunningTask(UUID id, Map<String, String> details, TaskStore store, TaskRows table, Clock clock) {
        this.id = id;
        this.details = new ConcurrentHashMap<>(details);
        this.store = store;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public UUID id() {
        return id;
    }

    TaskCounts counts() {
        return counts;
    }

    /** From where it was when it was interrupted. */
    void goOn(TaskCounts before) {
        counts = before;
        previewed = (int) Math.min(PREVIEW, before.done());
        kept = (int) Math.min(MOST_ROWS, before.rejected() + before.warned());
    }

    void stop() {
        stop = true;
    }

    @Override
    public void check() {
        Instant now = clock.instant();
        if (!stop && now.isAfter(asked.plus(BETWEEN_QUESTIONS))) {
            asked = now;
            // Another node may have been told; work that reports no rows for long hears of it, too.
            stop = store.cancelRequested(id);
        }
        if (stop || Thread.currentThread().isInterrupted()) {
            throw new TaskStoppedException();
        }
    }

    @Override
    public void total(long rows) {
        counts = new TaskCounts(counts.done(), rows, counts.accepted(), counts.rejected(), counts.warned());
    }

    @Override
    public void rows(List<TaskRow> rows) {
        keep(rows);
        long bad = rows.stream().filter(TaskRow::rejected).count();
        counts = new TaskCounts(
                counts.done() + rows.size(),
                counts.total(),
                counts.accepted() + rows.size() - bad,
                counts.rejected() + bad,
                counts.warned() + rows.stream().filter(TaskRow::warned).count());
        Instant now = clock.instant();
        if (now.isAfter(written.plus(BETWEEN_WRITES))) {
            written = now;
            store.progress(id, counts);
        }
    }

    @Override
    public void head(TaskRow head) {
        keep(List.of(head));
        counts = new TaskCounts(
                counts.done(), counts.total(), counts.accepted(), counts.rejected() + 1, counts.warned());
    }

    private void keep(List<TaskRow> rows) {
        List<TaskRow> preview = new ArrayList<>();
        List<TaskRow> others = new ArrayList<>();
        for (TaskRow row : rows) {
            if (previewed < PREVIEW) {
                previewed++;
                preview.add(row);
            } else if ((row.rejected() || row.warned()) && kept < MOST_ROWS) {
                kept++;
                others.add(row);
            }
        }
        table.insert(id, preview, true);
        table.insert(id, others, false);
    }

    @Override
    public void accepted(long rows) {
        counts = new TaskCounts(counts.done(), counts.total(), rows, counts.rejected(), counts.warned());
    }

    @Override
    public void remember(String key, String value) {
        details.put(key, value);
        store.details(id, details);
    }
}
