package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Todos;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.Teamwork;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.rule.RefusedException;

/** The door to what people do together on a record: only for those who see it. */
final class TeamDoor<T extends ProgrammeRecord> implements Teamwork {

    private static final int MOST_PEOPLE = 200;

    private final Desk<T> desk;
    private final Doorkeeper<T> door;
    private final Signing<T> signing;
    private final Handing<T> handing;
    private final Retreat<T> retreat;
    private final Situations<T> situations;

    TeamDoor(Desk<T> desk) {
        this.desk = desk;
        this.door = new Doorkeeper<>(desk);
        this.signing = new Signing<>(desk);
        this.handing = new Handing<>(desk);
        this.retreat = new Retreat<>(desk);
        this.situations = new Situations<>(desk, handing, retreat);
    }

    @Override
    public Situation situation(Caller caller, UUID id) {
        return door.read(caller, "team", id, em -> situations.of(caller, door.see(em, caller, id)));
    }

    @Override
    public List<Person> people(Caller caller, UUID id, Act act, String search, int limit) {
        return door.read(caller, "team", id, em -> {
            T record = door.see(em, caller, id);
            Predicate<Colleagues.Colleague> wanted = situations.wanted(caller, record, act);
            return desk.colleagues.search(record, search, wanted).stream()
                    .limit(Math.clamp(limit, 0, MOST_PEOPLE))
                    .map(Colleagues.Colleague::person)
                    .toList();
        });
    }

    @Override
    public void askBefore(Caller caller, UUID id, Collection<UUID> people, String reason) {
        act(caller, id, (em, record) -> {
            signing.before(em, caller, record, people, reason);
            return null;
        });
    }

    @Override
    public void askAfter(Caller caller, UUID id, TransitionRequest decision, Collection<UUID> people) {
        act(caller, id, (em, record) -> {
            signing.after(em, caller, record, decision, people);
            return null;
        });
    }

    @Override
    public void sign(Caller caller, UUID id, boolean agree, String opinion) {
        act(caller, id, (em, record) -> {
            worker(caller);
            signing.sign(em, caller, record, agree, opinion);
            return null;
        });
    }

    @Override
    public void passOn(Caller caller, UUID id, UUID to, String reason) {
        act(caller, id, (em, record) -> {
            handing.passOn(em, caller, record, to, reason);
            return null;
        });
    }

    @Override
    public int nudge(Caller caller, UUID id, String words) {
        return act(caller, id, (em, record) -> {
            worker(caller);
            return handing.nudge(em, caller, record, words);
        });
    }

    @Override
    public void copyTo(Caller caller, UUID id, Collection<UUID> people, String words) {
        act(caller, id, (em, record) -> {
            worker(caller);
            handing.copy(em, caller, record, people, words);
            return null;
        });
    }

    @Override
    public void read(Caller caller, UUID id) {
        act(caller, id, (em, record) -> desk.todos.close(id, Todos.Kind.COPY, caller.accountId()));
    }

    @Override
    public void withdraw(Caller caller, UUID id, String reason) {
        act(caller, id, (em, record) -> {
            worker(caller);
            retreat.withdraw(em, caller, record, reason);
            return null;
        });
    }

    @Override
    public void sendBack(Caller caller, UUID id, String state, String reason, Map<String, String> remarks) {
        act(caller, id, (em, record) -> {
            retreat.sendBack(em, caller, record, state, reason, remarks);
            return null;
        });
    }

    /** Who only looks on leaves people alone. */
    private void worker(Caller caller) {
        if (!situations.works(caller)) {
            throw Access.forbidden();
        }
    }

    private <R> R act(Caller caller, UUID id, BiFunction<EntityManager, T, R> work) {
        if (desk.kind.type().workflow().isEmpty()) {
            throw new RefusedException("CORE-NOT-FOUND", null);
        }
        return Doorkeeper.attempts(
                () -> door.write(caller, "team", id, em -> work.apply(em, door.see(em, caller, id))));
    }
}
