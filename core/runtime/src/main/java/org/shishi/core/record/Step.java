package org.shishi.core.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.record.HistoryEntry.Change;
import org.shishi.api.workflow.Duty;

/**
 * A step in a record's life, to be kept.
 *
 * @param duty null: not a transition
 */
record Step(
        UUID record,
        Caller caller,
        Instant at,
        String action,
        String from,
        String to,
        Duty duty,
        boolean returning,
        String reason,
        Map<String, String> remarks,
        List<String> changed,
        Map<String, Change> values) {

    static final String CREATE = "create";
    static final String UPDATE = "update";
    static final String ATTACH = "attach";
    static final String IMPORT = "import";
    /** Acts between people begin with it. */
    static final String TEAM = "team.";

    static final String AGREE = TEAM + "agree";
    static final String WITHDRAW = TEAM + "withdraw";

    static Step create(UUID record, Caller caller, Instant at, String state) {
        return new Step(record, caller, at, CREATE, null, state, null, false, null, Map.of(), List.of(), Map.of());
    }

    static Step update(UUID record, Caller caller, Instant at, String state, Changes changes) {
        return new Step(
                record,
                caller,
                at,
                UPDATE,
                state,
                state,
                null,
                false,
                null,
                Map.of(),
                changes.names(),
                changes.values());
    }

    static Step attach(UUID record, Caller caller, Instant at, String state, String kind) {
        return new Step(record, caller, at, ATTACH, state, state, null, false, null, Map.of(), List.of(kind), Map.of());
    }

    /** @param duty null: it decides nothing */
    static Step team(UUID record, Caller caller, Instant at, String action, String state, Duty duty, String words) {
        return new Step(record, caller, at, action, state, state, duty, false, words, Map.of(), List.of(), Map.of());
    }

    static Step withdraw(UUID record, Caller caller, Instant at, String from, String to, String reason) {
        return new Step(record, caller, at, WITHDRAW, from, to, null, false, reason, Map.of(), List.of(), Map.of());
    }
}
