package org.shishi.kit.page;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;

/**
 * A programme's own panel on the default detail page of one of its record types, beside the fields, parts, attachments
 * and timeline that come by themselves: a DS component of prototype scope, one instance per visit.
 *
 * @param <T> the entity
 */
@ConsumerType
public interface DetailPanel<T extends ProgrammeRecord> {

    RecordType<T> type();

    /** Text key of the panel's heading. */
    String title();

    /** The parts of the record that this panel shows and adds itself: their default table is left out. Empty: none. */
    default Optional<RecordType<?>> parts() {
        return Optional.empty();
    }

    /**
     * What to show for a record; asked again after each change of it.
     *
     * @param refresh to be run when the panel itself changed the record
     */
    Component show(T record, Runnable refresh);
}
