package org.shishi.core.record;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.EditionState;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;

/**
 * Which fields may be changed now: all in an editable state, what the remarks name after a return (everything when there
 * are none), by those who may create. A closed edition takes no new input, but what was returned can be mended in it.
 */
final class Editing<T extends ProgrammeRecord> {

    private final Kind<T> kind;
    private final Organisations organisations;
    private final HistoryStore history;

    Editing(Kind<T> kind, Organisations organisations, HistoryStore history) {
        this.kind = kind;
        this.organisations = organisations;
        this.history = history;
    }

    Set<String> fields(Caller caller, T record) {
        if (!kind.type().changeable()
                || kind.programme().edition().state() == EditionState.ARCHIVED
                || !may(caller, record)) {
            return Set.of();
        }
        Optional<HistoryStore.OpenReturn> open = history.openReturn(record.id());
        if (open.isPresent()) {
            Set<String> named = open.get().remarks().keySet();
            return named.isEmpty() ? typed() : new LinkedHashSet<>(named);
        }
        boolean input = kind.editableIn(record.head().status())
                && kind.programme().edition().state() != EditionState.CLOSED;
        return input ? typed() : Set.of();
    }

    boolean may(Caller caller, T record) {
        return Access.may(caller, kind.programmeId(), kind.type().createdBy(), record.head(), organisations);
    }

    private Set<String> typed() {
        return kind.type().fields().stream()
                .filter(Field::isTyped)
                .map(Field::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
