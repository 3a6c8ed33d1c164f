package org.shishi.core.record;

import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.workflow.Duty;

/** Everything one record type's use cases work with. */
final class Desk<T extends ProgrammeRecord> {

    final Kind<T> kind;
    final Services services;
    final KeyStore keys;
    final HistoryStore history;
    final TodoStore todos;
    final RoundStore rounds;
    final ImportStore imports;
    final Colleagues<T> colleagues;
    final Trail trail;
    final Validation<T> validation;
    final Turns<T> turns;
    final Decision<T> decision;
    final Editing<T> editing;
    final Persons<T> persons;

    Desk(Kind<T> kind, Services services) {
        this.kind = kind;
        this.services = services;
        this.keys = new KeyStore(services.core());
        this.history = new HistoryStore(services.core());
        this.todos = new TodoStore(
                services.core(),
                new DueDays(services.calendar()),
                services.desks(),
                services.search().titles());
        this.rounds = new RoundStore(services.core());
        this.imports = new ImportStore(services.core());
        this.colleagues = new Colleagues<>(this);
        this.trail = new Trail(services.audit());
        this.persons = new Persons<>(kind, services);
        this.validation = new Validation<>(kind, keys, persons, services.ledger());
        this.decision = new Decision<>(kind, services.organisations());
        this.turns = new Turns<>(this);
        this.editing = new Editing<>(kind, services.organisations(), history);
    }

    /** Writes an act between people down, in the history and in the audit log. @param duty null: it decides nothing */
    void keep(Context context, T record, String action, Duty duty, String words) {
        history.write(
                kind,
                Step.team(
                        record.id(),
                        context.caller(),
                        context.now(),
                        action,
                        record.head().status(),
                        duty,
                        words));
        trail.team(context.caller(), kind, action, record.id(), words);
    }
}
