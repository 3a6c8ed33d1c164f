package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Text;
import org.shishi.api.workflow.State;

/** A record type of one programme and year. */
record Kind<T extends ProgrammeRecord>(ProgrammeContext programme, RecordType<T> type) {

    /** The state of records that have no workflow. */
    static final String ALWAYS = "ACTIVE";

    String programmeId() {
        return programme.programmeId();
    }

    int year() {
        return programme.year();
    }

    String object(UUID id) {
        return programme.objectName(type, id);
    }

    String firstState() {
        return type.workflow().map(flow -> flow.first().name()).orElse(ALWAYS);
    }

    /** Whether the fields may be changed in a state; always without a workflow. */
    boolean editableIn(String state) {
        return type.workflow()
                .map(flow -> flow.state(state).map(State::editable).orElse(false))
                .orElse(true);
    }

    Text label(Field<T, ?> field) {
        return programme.texts().get(type.id() + "." + field.name());
    }

    String entityName(EntityManager em) {
        return em.getMetamodel().entity(type.entity()).getName();
    }

    /** The managed entity. */
    T load(EntityManager em, UUID id) {
        T found = id == null ? null : em.find(type.entity(), id);
        if (found == null) {
            throw new RefusedException("CORE-NOT-FOUND", null);
        }
        return found;
    }

    @Override
    public String toString() {
        return programmeId() + "/" + year() + "/" + type.id();
    }
}
