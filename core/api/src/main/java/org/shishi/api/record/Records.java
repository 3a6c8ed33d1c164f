package org.shishi.api.record;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.file.Attachment;
import org.shishi.api.identity.Caller;
import org.shishi.api.workflow.Transition;

/**
 * The one door to the records of a type: pages, REST, imports and jobs all come through here. Every call checks
 * permission and scope (R-C.13), validates, runs in one transaction, keeps history, to-do items and audit.
 *
 * <p>Entities handed out are detached copies; hand them back changed to {@link #update}. Refusals of all calls:
 * {@code CORE-FORBIDDEN} (right or scope), {@code CORE-NOT-FOUND}, {@code CORE-STALE} (somebody was faster),
 * {@code CORE-STATE} or the workflow's own code, the type's own codes.
 *
 * <p>When the programme's bundle stops, calls under way end first; later ones throw
 * {@link org.shishi.api.programme.ProgrammeOfflineException}. Thread-safe.
 *
 * @param <T> the entity
 */
@ProviderType
public interface Records<T extends ProgrammeRecord> {

    RecordType<T> type();

    RecordPage<T> list(Caller caller, RecordQuery query);

    /** How many there are, counting no further than {@code cap}. */
    long count(Caller caller, RecordQuery query, long cap);

    T get(Caller caller, UUID id);

    /** Parts of a record, oldest first (this type is {@code partOf} another). */
    List<T> partsOf(Caller caller, UUID wholeId);

    /**
     * Saves a new record in the workflow's first state, owned by the acting organisation (or the owner set in the head,
     * if it lies in the caller's scope).
     */
    T create(Caller caller, T draft);

    /** Saves the typed fields of a changed copy. Stale copies are refused with {@code CORE-STALE}. */
    T update(Caller caller, T changed);

    /** Every violation that {@link #create} or {@link #update} would refuse with; empty: fine. */
    List<org.shishi.api.rule.Violation> validate(Caller caller, T draft);

    /** What is noteworthy about a draft and does not block it: groups that only warn; empty: nothing. */
    List<org.shishi.api.rule.Violation> warnings(Caller caller, T draft);

    /** @param expectedVersion the version the caller saw; -1: whatever it is now */
    T transition(Caller caller, UUID id, long expectedVersion, TransitionRequest request);

    BatchResult transitionAll(Caller caller, Collection<UUID> ids, TransitionRequest request);

    /** Transitions that the caller may try on this record now, in the workflow's order; guards are asked at the door. */
    List<Transition<T>> available(Caller caller, T record);

    /** Names of the fields the caller may change now; empty: none. */
    Set<String> editable(Caller caller, T record);

    /** Open remarks of the last return, by field; empty: none. */
    Map<String, String> remarks(Caller caller, UUID id);

    /** Fields changed since the last return, so that a reviewer looks only at these; empty: never returned. */
    Set<String> changedSinceReturn(Caller caller, UUID id);

    /** Oldest first. */
    List<HistoryEntry> history(Caller caller, UUID id);

    Attachment attach(Caller caller, UUID id, String kind, String fileName, InputStream content);

    List<Attachment> attachments(Caller caller, UUID id);

    InputStream openAttachment(Caller caller, UUID id, UUID attachmentId);

    /** Signing, passing on, nudging and the like. */
    Teamwork teamwork();

    /** A sensitive field in clear: right UNMASK (or the record's own organisation's CREATE), a reason, an audit entry. */
    String reveal(Caller caller, UUID id, String field, String reason);
}
