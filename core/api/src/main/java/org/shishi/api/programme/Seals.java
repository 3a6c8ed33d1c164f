package org.shishi.api.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/**
 * What a decision on money or approval rested on, sealed when it was taken (domain specification §0 K-12): persons, rule,
 * version, yearly numbers, sums. Later changes of the edition or of the registries never alter it; they show as a
 * difference. An OSGi service; writes take part in the running transaction. Thread-safe.
 */
@ProviderType
public interface Seals {

    /**
     * What is sealed.
     *
     * @param object the record it is about, as {@link ProgrammeContext#objectName} names it
     * @param ruleId the rule that decided, for example {@code }
     * @param day whose numbers counted
     * @param parameters full names of the yearly numbers used; their values on that day are sealed
     * @param sums amounts and counts by name, fen as whole numbers
     * @param persons what was known of those concerned, by a name of the programme's choice; encrypted at rest, and
     *     destroyed when their retention ends: read back, each is null then, while the rest can still be proved
     */
    record Basis(
            String object,
            String ruleId,
            LocalDate day,
            List<String> parameters,
            Map<String, Long> sums,
            Map<String, String> persons) {

        /** Of the persons only by which names they are known. */
        @Override
        public String toString() {
            return "Basis[" + object + " " + ruleId + " " + day + " " + sums + " " + persons.keySet() + "]";
        }
    }

    /**
     * A sealed basis.
     *
     * @param version of the programme's bundle that decided
     * @param values of the parameters, by name; days as text; null: empty
     * @param digest SHA-256 of all of it, for a voucher or the snapshot of a subsidy entry
     */
    record Seal(
            UUID id, Basis basis, String version, Map<String, Object> values, String by, Instant at, String digest) {}

    /** Something that is another today. @param name of parameter, person, or {@code version} */
    record Difference(String name, Object sealed, Object now) {

        /** Neither value: they may be a person's. */
        @Override
        public String toString() {
            return "Difference[" + name + "]";
        }
    }

    /** @throws IllegalArgumentException when the edition has no such parameter */
    Seal seal(Caller caller, ProgrammeContext programme, String version, Basis basis);

    /**
     * As {@link #seal(Caller, ProgrammeContext, String, Basis)}, for a decision on what was computed before: a revision that was published
     * in between with an earlier first day must not stand in the seal as if it had been used.
     *
     * @param used values with which it was computed, by the names of the basis, as {@link Edition#value} gives them; of
     *     names that are missing here, those of the basis' day are sealed
     */
    Seal seal(Caller caller, ProgrammeContext programme, String version, Basis basis, Map<String, Object> used);

    /**
     * Seals of a record, oldest first.
     *
     * @throws IllegalStateException when one was changed in the database
     */
    List<Seal> of(String object);

    /**
     * What has changed since: numbers against the edition as it is on the sealed day, the version, persons against what is
     * known of them now. Changes nothing.
     *
     * @param persons as they are now, by the names of the basis
     */
    List<Difference> differences(Seal seal, ProgrammeContext programme, String version, Map<String, String> persons);
}
