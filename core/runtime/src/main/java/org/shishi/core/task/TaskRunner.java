package org.shishi.core.task;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Tasks;

/** Runs long work. Inside the core. */
public interface TaskRunner {

    /**
     * What is to be done.
     *
     * @param kind for example {@code import}
     * @param title for people, for example the file's name
     * @param details kept with the task
     */
    record Plan(String kind, String programmeId, int year, String title, boolean dryRun, Map<String, String> details) {
        public Plan {
            details = Map.copyOf(details);
        }
    }

    /** A task and what its work wrote down. */
    record Known(Tasks.Task task, UUID organisation, Map<String, String> details) {}

    /**
     * The work itself, on a thread of its own. It ends by returning, by a {@link
     * org.shishi.api.rule.RefusedException} (the task failed, with that code) or by {@link TaskStoppedException}; anything
     * else is an incident.
     */
    @FunctionalInterface
    interface Work {
        void run(TaskProgress progress);
    }

    /**
     * Begins a task; it waits for a free thread.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-TASK-BUSY} when the account has too many under way
     */
    UUID start(Caller caller, Plan plan, Work work);

    /** Work of this kind is gone on with after an interruption; until then its owner may give it up. */
    void goesOn(String kind);

    /** Tasks of a kind that this node, a lost one, or a programme left before they were done: newest first. */
    java.util.List<Known> interrupted(String kind);

    /**
     * Goes on with an interrupted task, with the counts it had.
     *
     * @return false: it was not interrupted, or somebody was faster
     */
    boolean resume(UUID id, Work work);

    /** A task that the caller may see. */
    Optional<Known> find(Caller caller, UUID id);

    /** Rejected rows in the order of the file, a page after a place. */
    java.util.List<TaskRow> rejected(UUID id, int afterSheet, int afterRow, int limit);

    void undone(UUID id);
}
