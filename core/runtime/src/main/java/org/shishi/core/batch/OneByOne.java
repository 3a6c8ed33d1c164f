package org.shishi.core.batch;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.TodoBatches.Item;
import org.shishi.api.platform.TodoBatches.State;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.record.LiveYears;
import org.shishi.core.rule.Verdict;
import org.shishi.core.task.TaskProgress;
import org.shishi.core.task.TaskRow;

/** Does a batch: each record through its own door, in a transaction of its own together with its line in the result. */
final class OneByOne {

    private static final int CHUNK = 100;
    private static final int ATTEMPTS = 5;
    private static final String STALE = "CORE-STALE";

    private final BatchRows rows;
    private final LiveYears live;
    private final CoreTexts texts;
    private final Audit audit;

    OneByOne(BatchRows rows, LiveYears live, CoreTexts texts, Audit audit) {
        this.rows = rows;
        this.live = live;
        this.texts = texts;
        this.audit = audit;
    }

    void run(UUID batch, Caller caller, TransitionRequest request, TaskProgress progress) {
        progress.total(rows.count(batch));
        int after = -1;
        List<Item> waiting;
        do {
            waiting = rows.list(batch, State.WAITING, after, CHUNK);
            for (Item item : waiting) {
                progress.check();
                progress.rows(List.of(row(item, reasons(batch, caller, item, request))));
                after = item.position();
            }
        } while (!waiting.isEmpty());
    }

    /** For the list of what was left out. */
    TaskRow row(Item item, List<Violation> reasons) {
        LiveProgramme programme = live.find(item.programmeId(), item.year()).orElse(null);
        return TaskRow.of(
                0,
                item.position() + 1,
                Verdict.of(reasons),
                reason -> texts.message(
                        reason, programme == null ? null : programme.context().texts()),
                Map.of("title", item.title(), "record", item.recordId().toString()));
    }

    /** @return empty: done */
    private List<Violation> reasons(UUID batch, Caller caller, Item item, TransitionRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                take(batch, caller, item, request);
                return List.of();
            } catch (RefusedException e) {
                boolean again = attempt < ATTEMPTS && has(e, STALE);
                if (!again) {
                    return skipped(batch, caller, item, e);
                }
            }
        }
    }

    private static boolean has(RefusedException e, String code) {
        return e.violations().stream().anyMatch(violation -> violation.code().equals(code));
    }

    private List<Violation> skipped(UUID batch, Caller caller, Item item, RefusedException e) {
        if (has(e, "CORE-FORBIDDEN")) {
            // What the door wrote down about it was taken back with the rest.
            audit.write(
                    caller,
                    "record.refused",
                    item.programmeId() + "/" + item.year() + "/" + item.recordType() + "/" + item.recordId(),
                    null,
                    Map.of("action", "transition"));
        }
        rows.mark(batch, item.position(), State.SKIPPED, e.violations());
        return e.violations();
    }

    private void take(UUID batch, Caller caller, Item item, TransitionRequest request) {
        LiveProgramme programme = live.find(item.programmeId(), item.year())
                .orElseThrow(() -> new ProgrammeOfflineException(item.programmeId(), item.year()));
        RecordType<?> type = programme
                .descriptor()
                .record(item.recordType())
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
        take(batch, caller, item, request, programme, type);
    }

    private <T extends ProgrammeRecord> void take(
            UUID batch,
            Caller caller,
            Item item,
            TransitionRequest request,
            LiveProgramme programme,
            RecordType<T> type) {
        programme.context().database().transact(em -> {
            programme.context().records(type).transition(caller, item.recordId(), -1, request);
            rows.mark(batch, item.position(), State.DONE, List.of());
            return null;
        });
    }
}
