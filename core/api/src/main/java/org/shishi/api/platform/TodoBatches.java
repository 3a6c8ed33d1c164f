package org.shishi.api.platform;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.rule.Violation;

/**
 * One step for many to-do items, as long work (see {@link Tasks}): each record in its own transaction through its own
 * door, so one that is refused is skipped and the others go on. Survives a restart of its node and the absence of a
 * programme: it goes on where it stopped when both are back. Thread-safe.
 */
@ProviderType
public interface TodoBatches {

    int MOST = 20_000;

    enum State {
        WAITING,
        DONE,
        SKIPPED
    }

    /** @param reasons why it was skipped */
    record Item(
            int position,
            String programmeId,
            int year,
            String recordType,
            UUID recordId,
            String title,
            State state,
            List<Violation> reasons) {}

    /**
     * Starts with these items, in their order.
     *
     * @param action the transition's name
     * @param reason null: none
     * @return id of the task; its kind is {@code todo-batch}
     * @throws org.shishi.api.rule.RefusedException {@code CORE-BATCH-SIZE} (none, or more than {@value #MOST}),
     *     {@code CORE-TASK-BUSY}
     */
    UUID start(Caller caller, Collection<UUID> todoIds, String action, String reason);

    /** As {@link #start}, with all that a query finds now. */
    UUID startAll(Caller caller, Todos.Query query, String action, String reason);

    /**
     * What became of each, in order.
     *
     * @param only null: all
     * @param afterPosition -1: from the start
     * @throws org.shishi.api.rule.RefusedException {@code CORE-NOT-FOUND}
     */
    List<Item> items(Caller caller, UUID taskId, State only, int afterPosition, int limit);
}
