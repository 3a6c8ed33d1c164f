package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.file.Attachment;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.record.Field;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.Sensitivity;
import org.shishi.api.record.ValueFault;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;

/** A record's attachments, and its sensitive values in clear. Who may see the record was asked before. */
final class Papers<T extends ProgrammeRecord> {

    private final Desk<T> desk;
    private final Kind<T> kind;

    Papers(Desk<T> desk) {
        this.desk = desk;
        this.kind = desk.kind;
    }

    /** By those who may create such records, and those whose turn it is. */
    Attachment attach(
            EntityManager em, Caller caller, T record, String attachmentKind, String fileName, InputStream content) {
        if (!kind.type().attachmentKinds().contains(attachmentKind)) {
            throw new RefusedException(List.of(ValueFault.NOT_OPTION.at(
                    "kind", String.join("、", kind.type().attachmentKinds()))));
        }
        boolean turn = desk.editing.may(caller, record)
                || !desk.decision.available(caller, record).isEmpty();
        if (!turn) {
            throw Access.forbidden();
        }
        EditionGate.changing(kind, false);
        String state = record.head().status();
        if (kind.type()
                .workflow()
                .flatMap(flow -> flow.state(state))
                .filter(s -> s.end())
                .isPresent()) {
            throw new RefusedException(kind.type().workflow().get().illegalCode(), "status");
        }
        Context context = new Context(caller, kind.programme(), em, desk.services, null);
        desk.imports.acted(record.head().importId(), context.now());
        // Who keeps the file also tells the audit log.
        Attachment attachment =
                desk.services.attachments().add(caller, kind.object(record.id()), attachmentKind, fileName, content);
        desk.history.write(kind, Step.attach(record.id(), caller, context.now(), state, attachmentKind));
        return attachment;
    }

    List<Attachment> list(UUID id) {
        return desk.services.attachments().list(kind.object(id));
    }

    InputStream open(Caller caller, UUID id, UUID attachmentId) {
        InputStream content = desk.services.attachments().open(kind.object(id), attachmentId);
        desk.trail.write(caller, kind, "attachment.open", id, null, Map.of("attachment", attachmentId.toString()));
        return content;
    }

    String reveal(Caller caller, T record, String name, String reason) {
        Field<T, ?> field = kind.type()
                .field(name)
                .filter(f -> f.sensitivity() != Sensitivity.NONE)
                .orElseThrow(() -> new RefusedException(List.of(ValueFault.UNKNOWN.at(name))));
        boolean own = caller.organisation().id().equals(record.head().ownerOrg())
                && caller.may(kind.programmeId(), Right.CREATE);
        boolean unmask = Access.may(
                caller, kind.programmeId(), List.of(Right.UNMASK), record.head(), desk.services.organisations());
        if (!own && !unmask) {
            throw Access.forbidden();
        }
        List<Violation> faults = new ArrayList<>();
        if (Normal.text(reason).isEmpty()) {
            faults.add(Violation.of("CORE-REASON-MISSING", "reason"));
        } else if (Normal.length(reason) > Decision.LONGEST_REASON) {
            faults.add(Violation.of("CORE-LENGTH", "reason", Decision.LONGEST_REASON));
        }
        Creating.refuse(faults);
        desk.trail.write(caller, kind, "reveal", record.id(), reason.strip(), Map.of("field", name));
        return desk.persons.clear(field, record).orElseGet(() -> text(field, record));
    }

    private <V> String text(Field<T, V> field, T record) {
        return PlainValues.toText(field, field.get(record), kind.programme().texts(), Locale.SIMPLIFIED_CHINESE);
    }
}
