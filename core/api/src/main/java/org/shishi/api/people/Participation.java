package org.shishi.api.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * Says that records of a type are somebody's part in the programme. The record engine keeps the ledger by it, in the
 * transaction of the record: who takes part in what, in which year, since when, and what that excludes
 * ({@link ExclusionGroup}). What stands in the ledger stays when the programme leaves.
 *
 * <pre>{@code
 * .participation(Participation.of("gift", Gift::getPersonId).field("residentId").on(Gift::getGivenOn)
 *     .countedIn(State.SUBMITTED, State.APPROVED).keptFor("sample.keepYears"))
 * }</pre>
 *
 * Built once, then read only. Source: domain specification §13.4, §13.7.
 *
 * @param <T> the entity
 */
public final class Participation<T> {

    /** Whose part it is. */
    public enum Subject {
        PERSON,
        HOUSEHOLD,
        ENTERPRISE
    }

    private final String kind;
    private final Function<T, ? extends Collection<UUID>> subjects;
    private final Set<String> counted = new TreeSet<>();
    private Subject subject = Subject.PERSON;
    private String field;
    private Function<T, LocalDate> from = record -> null;
    private Function<T, LocalDate> to = record -> null;
    private Function<T, String> period = record -> null;
    private String keepName;

    private Participation(String kind, Function<T, ? extends Collection<UUID>> subjects) {
        this.kind = kind;
        this.subjects = subjects;
    }

    /**
     * @param kind unique in the programme, at most 60 characters; its title is the text {@code participation.<kind>}
     * @param subject the person's id; null: nobody yet
     */
    public static <T> Participation<T> of(String kind, Function<T, UUID> subject) {
        return ofAll(kind, record -> {
            UUID one = subject.apply(record);
            return one == null ? List.of() : List.of(one);
        });
    }

    /** Several at once, for example the members of a household. */
    public static <T> Participation<T> ofAll(String kind, Function<T, ? extends Collection<UUID>> subjects) {
        return new Participation<>(kind, subjects);
    }

    /** Without it: persons. */
    public Participation<T> subject(Subject whose) {
        subject = whose;
        return this;
    }

    /** The field that a refusal stands beside. */
    public Participation<T> field(String name) {
        field = name;
        return this;
    }

    /** States in which it takes a place in its groups; none given: in every state. In the others it is only written down. */
    public Participation<T> countedIn(Enum<?>... states) {
        Arrays.stream(states).map(Enum::name).forEach(counted::add);
        return this;
    }

    public Participation<T> on(Function<T, LocalDate> day) {
        return between(day, day);
    }

    /** Both days included. */
    public Participation<T> between(Function<T, LocalDate> first, Function<T, LocalDate> last) {
        from = first;
        to = last;
        return this;
    }

    /** For groups per period, for example {@code 2026-Q1}; at most 40 characters. */
    public Participation<T> period(Function<T, String> of) {
        period = of;
        return this;
    }

    /**
     * What is known of the person is kept for so many years after the edition was closed.
     *
     * @param parameter full name of an int parameter of the edition
     */
    public Participation<T> keptFor(String parameter) {
        keepName = parameter;
        return this;
    }

    public String kind() {
        return kind;
    }

    public Subject subject() {
        return subject;
    }

    /** Null: no single field. */
    public String field() {
        return field;
    }

    public Collection<UUID> subjects(T record) {
        return subjects.apply(record);
    }

    public boolean countsIn(String state) {
        return counted.isEmpty() || counted.contains(state);
    }

    /** Null: no day. */
    public LocalDate from(T record) {
        return from.apply(record);
    }

    /** Null: no day. */
    public LocalDate to(T record) {
        return to.apply(record);
    }

    /** Null: no period. */
    public String period(T record) {
        return period.apply(record);
    }

    /** Null: no end of retention was declared. */
    public String keepName() {
        return keepName;
    }
}
