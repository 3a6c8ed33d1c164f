package org.shishi.core.record;

import org.shishi.api.record.ProgrammeRecord;

/** Everything one record type's use cases work with. */
final class Desk<T extends ProgrammeRecord> {

    final Kind<T> kind;
    final Services services;
    final KeyStore keys;
    final HistoryStore history;
    final TodoStore todos;
    final ImportStore imports;
    final Trail trail;
    final Validation<T> validation;
    final Decision<T> decision;
    final Editing<T> editing;

    Desk(Kind<T> kind, Services services) {
        this.kind = kind;
        this.services = services;
        this.keys = new KeyStore(services.core());
        this.history = new HistoryStore(services.core());
        this.todos = new TodoStore(services.core(), new DueDays(services.calendar()));
        this.imports = new ImportStore(services.core());
        this.trail = new Trail(services.audit());
        this.validation = new Validation<>(kind, keys);
        this.decision = new Decision<>(kind, services.organisations());
        this.editing = new Editing<>(kind, services.organisations(), history);
    }
}
