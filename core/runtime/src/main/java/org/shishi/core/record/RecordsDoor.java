package org.shishi.core.record;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.shishi.api.file.Attachment;
import org.shishi.api.identity.Caller;
import org.shishi.api.record.BatchResult;
import org.shishi.api.record.HistoryEntry;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordPage;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.api.record.Teamwork;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.workflow.Transition;

/** The door itself: hands on to the use case who may see the record. */
final class RecordsDoor<T extends ProgrammeRecord> implements Records<T> {

    private final Desk<T> desk;
    private final Kind<T> kind;
    private final Doorkeeper<T> door;
    private final TeamDoor<T> team;
    private final Creating<T> creating;
    private final Updating<T> updating;
    private final Moving<T> moving;
    private final Papers<T> papers;

    RecordsDoor(Desk<T> desk) {
        this.desk = desk;
        this.kind = desk.kind;
        this.door = new Doorkeeper<>(desk);
        this.team = new TeamDoor<>(desk);
        this.creating = new Creating<>(desk);
        this.updating = new Updating<>(desk);
        this.moving = new Moving<>(desk);
        this.papers = new Papers<>(desk);
    }

    @Override
    public RecordType<T> type() {
        return kind.type();
    }

    @Override
    public RecordPage<T> list(Caller caller, RecordQuery query) {
        return door.read(caller, "list", null, em -> {
            RecordPage<T> page = new Pages<>(desk, em).page(caller, query);
            return new RecordPage<>(Copies.out(em, page.items()), page.previous(), page.next());
        });
    }

    @Override
    public long count(Caller caller, RecordQuery query, long cap) {
        return door.read(caller, "count", null, em -> new Pages<>(desk, em).count(caller, query, cap));
    }

    @Override
    public T get(Caller caller, UUID id) {
        return door.read(caller, "get", id, em -> Copies.out(em, List.of(door.see(em, caller, id)))
                .getFirst());
    }

    @Override
    public List<T> partsOf(Caller caller, UUID wholeId) {
        RecordType.PartOf<T> partOf =
                kind.type().partOf().orElseThrow(() -> new IllegalArgumentException(kind + " are parts of nothing"));
        return door.read(caller, "parts", wholeId, em -> {
            Kind<?> whole = new Kind<>(kind.programme(), partOf.wholeType());
            door.seen(caller, whole.load(em, wholeId));
            return Copies.out(em, Parts.of(em, kind.type(), wholeId));
        });
    }

    @Override
    public T create(Caller caller, T draft) {
        return Doorkeeper.attempts(
                () -> door.write(caller, Step.CREATE, null, em -> creating.create(em, caller, draft)));
    }

    @Override
    public T update(Caller caller, T changed) {
        return door.write(
                caller,
                Step.UPDATE,
                changed.id(),
                em -> updating.update(em, caller, door.see(em, caller, changed.id()), changed));
    }

    @Override
    public List<Violation> validate(Caller caller, T draft) {
        return door.read(caller, "validate", null, em -> {
            T stored = em.find(kind.type().entity(), draft.id());
            return stored == null
                    ? creating.violations(em, caller, draft)
                    : updating.violations(em, caller, door.seen(caller, stored), draft);
        });
    }

    @Override
    public List<Violation> warnings(Caller caller, T draft) {
        return door.read(caller, "validate", null, em -> {
            Access.require(
                    caller, kind.programmeId(), kind.type().createdBy().toArray(org.shishi.api.identity.Right[]::new));
            T stored = em.find(kind.type().entity(), draft.id());
            if (stored != null) {
                door.seen(caller, stored);
            }
            return creating.warnings(em, caller, draft);
        });
    }

    @Override
    public T transition(Caller caller, UUID id, long expectedVersion, TransitionRequest request) {
        Supplier<T> work = () -> door.write(
                caller,
                "transition",
                id,
                em -> moving.move(em, caller, door.see(em, caller, id), expectedVersion, request));
        // Who named no version wants the step whatever it is now.
        return expectedVersion == -1 ? Doorkeeper.attempts(work) : work.get();
    }

    @Override
    public BatchResult transitionAll(Caller caller, Collection<UUID> ids, TransitionRequest request) {
        List<UUID> done = new ArrayList<>();
        List<BatchResult.Skipped> skipped = new ArrayList<>();
        for (UUID id : new LinkedHashSet<>(ids)) {
            try {
                transition(caller, id, -1, request);
                done.add(id);
            } catch (RefusedException e) {
                skipped.add(new BatchResult.Skipped(id, title(caller, id), e.violations()));
            }
        }
        return new BatchResult(done, skipped);
    }

    /** The id for a record that the caller may not see. */
    private String title(Caller caller, UUID id) {
        return kind.programme().database().read(em -> {
            T found = em.find(kind.type().entity(), id);
            return found != null && door.visible(caller, found) ? kind.type().title(found) : id.toString();
        });
    }

    @Override
    public List<Transition<T>> available(Caller caller, T record) {
        return desk.decision.available(caller, record);
    }

    @Override
    public Set<String> editable(Caller caller, T record) {
        return desk.editing.fields(caller, record);
    }

    @Override
    public Map<String, String> remarks(Caller caller, UUID id) {
        return door.read(caller, "remarks", id, em -> {
            door.see(em, caller, id);
            return desk.history
                    .openReturn(id)
                    .map(HistoryStore.OpenReturn::remarks)
                    .orElse(Map.of());
        });
    }

    @Override
    public Set<String> changedSinceReturn(Caller caller, UUID id) {
        return door.read(caller, "remarks", id, em -> {
            door.see(em, caller, id);
            return desk.history.changedSinceReturn(id);
        });
    }

    @Override
    public List<HistoryEntry> history(Caller caller, UUID id) {
        return door.read(caller, "history", id, em -> {
            T record = door.see(em, caller, id);
            List<HistoryEntry> all = new ArrayList<>();
            if (record.head().importId() != null) {
                all.addAll(desk.imports.entry(record.head().importId(), kind.firstState()));
            }
            all.addAll(desk.history.entries(id));
            return all;
        });
    }

    @Override
    public Attachment attach(Caller caller, UUID id, String attachmentKind, String fileName, InputStream content) {
        return door.write(
                caller,
                Step.ATTACH,
                id,
                em -> papers.attach(em, caller, door.see(em, caller, id), attachmentKind, fileName, content));
    }

    @Override
    public List<Attachment> attachments(Caller caller, UUID id) {
        return door.read(caller, "attachments", id, em -> {
            door.see(em, caller, id);
            return papers.list(id);
        });
    }

    @Override
    public InputStream openAttachment(Caller caller, UUID id, UUID attachmentId) {
        return door.read(caller, "attachments", id, em -> {
            door.see(em, caller, id);
            return papers.open(caller, id, attachmentId);
        });
    }

    @Override
    public Teamwork teamwork() {
        return team;
    }

    @Override
    public String reveal(Caller caller, UUID id, String field, String reason) {
        return door.write(caller, "reveal", id, em -> papers.reveal(caller, door.see(em, caller, id), field, reason));
    }
}
