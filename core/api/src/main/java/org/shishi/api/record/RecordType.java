package org.shishi.api.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.people.Participation;
import org.shishi.api.people.PersonFields;
import org.shishi.api.rule.Violation;
import org.shishi.api.workflow.Workflow;

/**
 * A kind of record of a programme: entity, fields, states and checks. From it come the list, detail, create, import,
 * export and report pages, the REST resource {@code /api/v1/<year>/<programme>/<id>} and the use cases behind all of
 * them ({@link Records}).
 *
 * <pre>{@code
 * static final RecordType<Household> TYPE = RecordType.of("households", Household.class, Household::new)
 *     .title(Household::getName)
 *     .field(Field.text("name", Household::getName, Household::setName).required().max(50).listed())
 *     .workflow(HouseholdFlow.FLOW)
 *     .check(HouseholdChecks::check)
 *     .build();
 * }</pre>
 *
 * @param <T> the entity
 */
public final class RecordType<T extends ProgrammeRecord> {

    /** A check on a record that is to be saved: every violation, fields by name. Must not change the record. */
    @FunctionalInterface
    public interface Check<T> {
        List<Violation> check(T record, RecordContext context);
    }

    /**
     * A key that says which records are the same thing, across the years of the programme.
     *
     * @param of the normalised key text of a record (only its hash is kept); asked for records without missing fields
     *     only; null or blank: this record has no key. Never a bare resident ID or phone: there are too few of them for a
     *     hash to hide one; take the person's id instead
     * @param conflicts given the record and the years (this one included) in which another record holds the key: the
     *     violations; called only when there is such a year
     */
    public record Key<T>(Function<T, String> of, Conflicts<T> conflicts) {}

    /** See {@link Key}. */
    @FunctionalInterface
    public interface Conflicts<T> {
        List<Violation> of(T record, List<Integer> yearsHeld, RecordContext context);
    }

    /**
     * This type's records are parts of records of another type, found by a UUID field.
     *
     * @param whole id of the other type
     */
    public record PartOf<T>(String whole, Field<T, UUID> reference, RecordType<?> wholeType) {}

    private final Builder<T> parts;

    private RecordType(Builder<T> parts) {
        this.parts = parts;
    }

    public static <T extends ProgrammeRecord> Builder<T> of(String id, Class<T> entity, Supplier<T> blank) {
        return new Builder<>(id, entity, blank);
    }

    /** Plural word in lower case, for example {@code rooms}; in routes, REST and messages. */
    public String id() {
        return parts.id;
    }

    public Class<T> entity() {
        return parts.entity;
    }

    /** A new entity with a fresh id and an empty head. */
    public T blank() {
        return parts.blank.get();
    }

    public List<Field<T, ?>> fields() {
        return List.copyOf(parts.fields);
    }

    public Optional<Field<T, ?>> field(String name) {
        return parts.fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    public Optional<Workflow<T>> workflow() {
        return Optional.ofNullable(parts.workflow);
    }

    /** How a record is called in lists, notices and headings; never personal data in clear. */
    public String title(T record) {
        return parts.title.apply(record);
    }

    public List<Check<T>> checks() {
        return List.copyOf(parts.checks);
    }

    /**
     * Violations of one input in the order of the rule text, each code once per field (K-9): first the codes that
     * {@link Builder#ruleOrder} does not name, as they come, then those it names, in its order.
     */
    public List<Violation> inRuleOrder(Collection<Violation> violations) {
        Map<List<Object>, Violation> first = new LinkedHashMap<>();
        violations.forEach(v -> first.putIfAbsent(Arrays.asList(v.code(), v.field()), v));
        return first.values().stream()
                .sorted(Comparator.comparingInt(v -> parts.ruleOrder.indexOf(v.code())))
                .toList();
    }

    public Optional<Key<T>> key() {
        return Optional.ofNullable(parts.key);
    }

    public Optional<PartOf<T>> partOf() {
        return Optional.ofNullable(parts.partOf);
    }

    /** Through which fields people name a person; empty: the records are not about one. */
    public Optional<PersonFields<T>> person() {
        return Optional.ofNullable(parts.person);
    }

    /** Whose part in the programme a record is. */
    public List<Participation<T>> participations() {
        return List.copyOf(parts.participations);
    }

    /** The parameter that says for how long contacts are kept; empty: no end was declared. */
    public Optional<String> contactsKeptFor() {
        return Optional.ofNullable(parts.contactsKeep);
    }

    /** Kinds of attachments that name contacts, too, and go with them. */
    public List<String> contactAttachments() {
        return List.copyOf(parts.contactAttachments);
    }

    /** Any of these creates records. */
    public List<Right> createdBy() {
        return List.copyOf(parts.createdBy);
    }

    /** Levels of the acting organisation at which records are created; empty: every level. */
    public List<OrgType> createdAt() {
        return List.copyOf(parts.createdAt);
    }

    /**
     * Whether a caller of this level can ever see a record of the type: what the city alone makes is owned by the city, and
     * nobody below sees it.
     */
    public boolean seenAt(OrgType level) {
        return level == OrgType.CITY || !parts.createdAt.equals(List.of(OrgType.CITY));
    }

    /**
     * Whether the caller may create records at all: right and level. Which owner they may have is asked at the door.
     *
     * @param programmeId the programme in which the right is needed
     */
    public boolean creatable(Caller caller, String programmeId) {
        return caller.system()
                || caller.may(programmeId, parts.createdBy.toArray(Right[]::new))
                        && (parts.createdAt.isEmpty()
                                || parts.createdAt.contains(
                                        caller.organisation().type()));
    }

    /** Runs on a record before it is checked and saved: derived values, normalisation. */
    public void prepare(T record) {
        parts.prepare.accept(record);
    }

    /** Runs inside the transaction after a record was created, for example to count on the whole. */
    public void created(T record, RecordContext context) {
        if (parts.created != null) {
            parts.created.accept(record, context);
        }
    }

    /** Whether {@link #created} does something: such records are saved one by one also in imports. */
    public boolean followsUp() {
        return parts.created != null;
    }

    /** Whether created records may be changed later (parts like checks and consultations are written once). */
    public boolean changeable() {
        return parts.changeable;
    }

    public String icon() {
        return parts.icon;
    }

    /** Kinds of attachments offered on the detail page; empty: no attachments. */
    public List<String> attachmentKinds() {
        return List.copyOf(parts.attachmentKinds);
    }

    @Override
    public String toString() {
        return parts.id;
    }

    /** Collects the parts of a type. */
    public static final class Builder<T extends ProgrammeRecord> {
        private final String id;
        private final Class<T> entity;
        private final Supplier<T> blank;
        private final List<Field<T, ?>> fields = new ArrayList<>();
        private final List<Check<T>> checks = new ArrayList<>();
        private final List<String> attachmentKinds = new ArrayList<>();
        private final List<String> ruleOrder = new ArrayList<>();
        private final List<Participation<T>> participations = new ArrayList<>();
        private PersonFields<T> person;
        private String contactsKeep;
        private List<String> contactAttachments = List.of();
        private List<Right> createdBy = List.of(Right.CREATE);
        private List<OrgType> createdAt = List.of();
        private Workflow<T> workflow;
        private Function<T, String> title = record -> record.id().toString();
        private Consumer<T> prepare = record -> {};
        private java.util.function.BiConsumer<T, RecordContext> created;
        private Key<T> key;
        private PartOf<T> partOf;
        private boolean changeable = true;
        private String icon = "vaadin:records";

        private Builder(String id, Class<T> entity, Supplier<T> blank) {
            this.id = id;
            this.entity = entity;
            this.blank = blank;
        }

        public Builder<T> title(Function<T, String> value) {
            title = value;
            return this;
        }

        public Builder<T> icon(String vaadinIcon) {
            icon = vaadinIcon;
            return this;
        }

        public Builder<T> field(Field<T, ?> field) {
            fields.add(field);
            return this;
        }

        public Builder<T> workflow(Workflow<T> value) {
            workflow = value;
            return this;
        }

        public Builder<T> check(Check<T> check) {
            checks.add(check);
            return this;
        }

        /**
         * The codes in the order of the rule text: refusals of one input are answered in this order, wherever they were
         * found (fields, checks, key). Codes that are not named come before these.
         */
        public Builder<T> ruleOrder(String... codes) {
            ruleOrder.addAll(List.of(codes));
            return this;
        }

        public Builder<T> key(Function<T, String> of, Conflicts<T> conflicts) {
            key = new Key<>(of, conflicts);
            return this;
        }

        /** The reference field is added to the fields as an internal one by itself. */
        public Builder<T> partOf(RecordType<?> whole, Field<T, UUID> reference) {
            partOf = new PartOf<>(whole.id(), reference.internal(), whole);
            fields.add(reference);
            return this;
        }

        /** The fields must be declared, but for the reference: it is added as an internal one by itself. */
        public Builder<T> person(PersonFields<T> value) {
            person = value;
            fields.add(value.reference());
            return this;
        }

        /**
         * What sealed attributes ({@link org.shishi.api.persistence.Sealed}) say of people who are no persons of the registry,
         * such as contacts, is kept for so many years after the edition was closed. Then the platform puts {@code ***} in its
         * place when a city approver orders it, also while the programme is away. The type's plural word names it in the
         * preview; the contract test asks for this wherever an attribute is sealed. Source: domain specification §13.7.
         *
         * @param parameter full name of an int parameter of the edition
         * @param attachments kinds of attachments that name contacts, too, such as stamped copies: their content goes with them
         */
        public Builder<T> contactsKeptFor(String parameter, String... attachments) {
            contactsKeep = parameter;
            contactAttachments = List.of(attachments);
            return this;
        }

        public Builder<T> participation(Participation<T> value) {
            participations.add(value);
            return this;
        }

        public Builder<T> createdBy(Right... anyOf) {
            createdBy = List.of(anyOf);
            return this;
        }

        /** Only callers acting for an organisation of these levels create records. */
        public Builder<T> createdAt(OrgType... anyOf) {
            createdAt = List.of(anyOf);
            return this;
        }

        public Builder<T> prepare(Consumer<T> value) {
            prepare = value;
            return this;
        }

        public Builder<T> onCreated(java.util.function.BiConsumer<T, RecordContext> value) {
            created = value;
            return this;
        }

        public Builder<T> writtenOnce() {
            changeable = false;
            return this;
        }

        /** Kinds of attachments offered on the detail page: text key {@code <type>.attachment.<kind>}. */
        public Builder<T> attachments(String... kinds) {
            attachmentKinds.addAll(List.of(kinds));
            return this;
        }

        public RecordType<T> build() {
            return new RecordType<>(this);
        }
    }
}
