package org.shishi.api.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/**
 * What people do with a record that waits, beside taking its steps: let others sign first or after, pass it on, nudge,
 * send copies, take back, send back to any earlier step. Over every workflow; a programme says nothing for it, except
 * {@link org.shishi.api.workflow.Transition#undo} for steps with an effect that may be taken back.
 *
 * <p>Each act runs in one transaction, stands in the record's history as {@code team.<act>} and in the audit log, and
 * tells whom it concerns. Refusals of all: {@code CORE-FORBIDDEN}, {@code CORE-NOT-FOUND}, {@code CORE-STALE},
 * {@code CORE-LENGTH} (reason, at most 1 000 characters); separation of duties holds for signers as for reviewers
 * ({@code CORE-SELF-REVIEW}). Thread-safe; after the programme's bundle stopped as {@link Records}.
 */
@ProviderType
public interface Teamwork {

    enum Act {
        /** Answer a request for one's signature. */
        SIGN,
        /** Ask others to sign before the step can be taken: one (前加签) or several (会签). */
        ASK_BEFORE,
        /** Decide now, but let others sign before it takes effect (后加签). */
        ASK_AFTER,
        PASS_ON,
        NUDGE,
        COPY,
        /** Take one's last step, or one's request for signatures, back. */
        WITHDRAW,
        SEND_BACK
    }

    enum Verdict {
        OPEN,
        AGREED,
        REFUSED,
        /** No longer asked for: the record went another way. */
        LAPSED
    }

    /** Somebody who may be asked. @param organisation its name */
    record Person(UUID account, String name, String organisation) {}

    /** @param at null while open @param opinion null: none */
    record Signature(UUID account, String name, String organisation, Verdict verdict, Instant at, String opinion) {}

    /**
     * Signatures asked for together: all must agree, one refusal sends the record back.
     *
     * @param decision the step that is taken when all have agreed; null: they sign before it
     */
    record Round(
            UUID askedBy, String askedByName, Instant at, String reason, String decision, List<Signature> signatures) {
        public Round {
            signatures = List.copyOf(signatures);
        }

        public long agreed() {
            return signatures.stream()
                    .filter(signature -> signature.verdict() == Verdict.AGREED)
                    .count();
        }
    }

    /** Whom a record waits for. @param holder the one person it was passed on to; null: whoever may there @param due null: no limit */
    record Waiting(String organisation, String holder, List<String> actions, Instant since, LocalDate due) {}

    /**
     * How things stand, for one caller.
     *
     * @param acts what the caller may try now
     * @param round the open round of signatures; null: none
     * @param earlier states that it can be sent back to, latest first; empty: none, or not by this caller
     */
    record Situation(Set<Act> acts, Round round, List<Waiting> waiting, List<String> earlier) {
        public Situation {
            acts = Set.copyOf(acts);
            waiting = List.copyOf(waiting);
            earlier = List.copyOf(earlier);
        }
    }

    Situation situation(Caller caller, UUID id);

    /**
     * People who may be named for an act, by name; without those whom separation of duties bars.
     *
     * @param search part of the name; null: all
     * @param limit at most 200
     */
    List<Person> people(Caller caller, UUID id, Act act, String search, int limit);

    /**
     * Asks people to sign before the step that waits for the caller is taken. While the caller's request is open, more can
     * be added.
     *
     * <p>{@code CORE-TEAM-STEP} (nothing waits for the caller), {@code CORE-TEAM-NOBODY}, {@code CORE-TEAM-PERSON} (may
     * not see the record), {@code CORE-SIGN-OPEN} (somebody else's request is open).
     */
    void askBefore(Caller caller, UUID id, Collection<UUID> people, String reason);

    /** Decides as {@link Records#transition} would, with all its checks; the step is taken in the caller's name when all have agreed. */
    void askAfter(Caller caller, UUID id, TransitionRequest decision, Collection<UUID> people);

    /**
     * Answers. The last agreement opens the way; a refusal sends the record back as the workflow's return from here does,
     * or, where there is none, to whom asked. {@code CORE-SIGN-NOT-ASKED}; a refusal needs a reason
     * ({@code CORE-REASON-MISSING}).
     */
    void sign(Caller caller, UUID id, boolean agree, String opinion);

    /**
     * Hands what waits for the caller's organisation to one of its people who may do it; to oneself: takes it over.
     * {@code CORE-TEAM-STEP}, {@code CORE-TEAM-PERSON}, {@code CORE-SELF-REVIEW}. Until it is passed on again the others
     * are refused with {@code CORE-TODO-PASSED}.
     */
    void passOn(Caller caller, UUID id, UUID to, String reason);

    /** Reminds those whom it waits for, once a day and record ({@code CORE-NUDGED}). @return how many people were told */
    int nudge(Caller caller, UUID id, String words);

    /** Shows it to people who may see the record, to read only. {@code CORE-TEAM-NOBODY}, {@code CORE-TEAM-PERSON}. */
    void copyTo(Caller caller, UUID id, Collection<UUID> people, String words);

    /** The caller has read the copy: it leaves the list. */
    void read(Caller caller, UUID id);

    /**
     * Takes the caller's own last step back, until somebody else acted. {@code CORE-WITHDRAW-ACTED},
     * {@code CORE-WITHDRAW-END} (nothing happens after it), {@code CORE-WITHDRAW-EFFECT} (it changed more than the state),
     * {@code CORE-WITHDRAW-NONE} (the last step was not the caller's).
     */
    void withdraw(Caller caller, UUID id, String reason);

    /**
     * Sends back to a step that the record has been at before, by whoever may return it from here.
     * {@code CORE-BACK-STATE}, {@code CORE-REASON-MISSING}.
     *
     * @param remarks as in {@link TransitionRequest}
     */
    void sendBack(Caller caller, UUID id, String state, String reason, Map<String, String> remarks);
}
