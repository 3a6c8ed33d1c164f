package org.shishi.core.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.Field;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.api.rule.Violation;
import org.shishi.core.record.RecordsFactory;

/**
 * The header of a second-level union's form. That union itself fills it in; bodies below it only link their rows to it,
 * once it is there.
 */
final class HeaderRecord<T extends ProgrammeRecord, H extends ProgrammeRecord> {

    private final ProgrammeContext programme;
    private final OfficialForm<T> form;
    private final OfficialForm.Header<T, H> header;
    private final Records<H> records;
    private final Caller caller;
    private final Organisation union;
    private H stored;

    HeaderRecord(
            ProgrammeContext programme,
            OfficialForm<T> form,
            OfficialForm.Header<T, H> header,
            RecordsFactory factory,
            Caller caller,
            Organisation union) {
        this.programme = programme;
        this.form = form;
        this.header = header;
        this.records = factory.create(programme, header.type());
        this.caller = caller;
        this.union = union;
        this.stored = find(programme, header.type(), union.id()).orElse(null);
    }

    static <H extends ProgrammeRecord> Optional<H> find(ProgrammeContext programme, RecordType<H> type, UUID owner) {
        return programme.database().read(em -> {
            String entity = em.getMetamodel().entity(type.entity()).getName();
            List<H> found = em.createQuery(
                            "select h from " + entity + " h where h.head.ownerOrg = :owner order by h.id",
                            type.entity())
                    .setParameter("owner", owner)
                    .setMaxResults(1)
                    .getResultList();
            found.forEach(em::detach);
            return found.stream().findFirst();
        });
    }

    /** Whether the acting organisation is the one whose header it is. */
    private boolean own() {
        return union.id().equals(caller.organisation().id());
    }

    /** What is wrong with the head of a file, stored values standing in for what it leaves empty. */
    List<Violation> check(Map<String, String> head) {
        boolean given = head.entrySet().stream()
                .anyMatch(e -> !e.getKey().equals(OfficialForm.HeadCell.ORGANISATION)
                        && !e.getValue().isBlank());
        if (!own()) {
            return given && stored == null ? form.checkHead(complete(head)) : List.of();
        }
        H draft = draft(head);
        Map<String, String> values = new HashMap<>(head);
        header.unlinked().apply(draft).forEach((key, value) -> values.put(key, Objects.requireNonNullElse(value, "")));
        List<Violation> found = new ArrayList<>(form.checkHead(complete(values)));
        found.addAll(records.validate(caller, draft));
        return header.type().inRuleOrder(found);
    }

    private Map<String, String> complete(Map<String, String> head) {
        Map<String, String> all = new HashMap<>(head);
        form.head().stream().flatMap(List::stream).forEach(cell -> all.putIfAbsent(cell.key(), ""));
        return all;
    }

    /** The stored header, or a new one, with what the file says. */
    private H draft(Map<String, String> head) {
        H draft = header.type().blank();
        if (stored != null) {
            draft = records.get(caller, stored.id());
        }
        header.fill().accept(draft, head);
        return draft;
    }

    /** Saves what the file says; rows can be linked afterwards. */
    void save(Map<String, String> head) {
        if (!own()) {
            return;
        }
        H draft = draft(head);
        if (stored == null) {
            stored = records.create(caller, draft);
        } else if (!same(stored, draft)) {
            stored = records.update(caller, draft);
        }
    }

    private boolean same(H one, H other) {
        return PlainValues.of(header.type(), one, false).equals(PlainValues.of(header.type(), other, false));
    }

    void link(T row) {
        if (stored != null) {
            header.link().accept(row, stored);
        }
    }

    /** Head values for an export, masked where sensitive unless {@code clear}. */
    static <T extends ProgrammeRecord, H extends ProgrammeRecord> Map<String, String> values(
            OfficialForm.Header<T, H> header, H stored, boolean clear) {
        Map<String, String> values = new HashMap<>();
        header.unlinked().apply(stored).forEach((key, value) -> {
            Optional<Field<H, ?>> field = header.type().field(key);
            values.put(
                    key,
                    clear || field.isEmpty() ? value : field.get().sensitivity().mask(value));
        });
        return values;
    }
}
