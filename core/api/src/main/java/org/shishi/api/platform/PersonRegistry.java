package org.shishi.api.platform;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.people.DocumentKind;
import org.shishi.api.people.Mask;
import org.shishi.api.people.People;
import org.shishi.api.people.PersonDraft;
import org.shishi.api.text.Text;

/**
 * The person registry for people: search, one page per person, who takes part in nothing. Needs VIEW in a programme with a
 * role other than MEMBER (members see their own records only); shows persons of the caller's organisations and those who
 * take part in records there (R-C.13), all of it masked. An OSGi service; thread-safe.
 *
 * <p>All throw {@code CORE-FORBIDDEN} and, for somebody whom the caller does not see, {@code CORE-NOT-FOUND}. Source:
 * domain specification §13.4, §13.7.
 */
@ProviderType
public interface PersonRegistry {

    /**
     * A person in a list, masked.
     *
     * @param organisation name; null: none is known
     * @param gone pseudonymised: nothing says any more who it was
     */
    record Row(
            UUID id,
            String maskedName,
            DocumentKind kind,
            String maskedDocument,
            String maskedMobile,
            String organisation,
            boolean gone) {}

    /**
     * Whom one looks for: exactly this document, name or mobile, since nothing stands in clear to compare parts of it. Null
     * asks for nothing. Prints masked.
     *
     * @param number of the document, however typed; one that is none finds nobody
     * @param organisation with those below it
     * @param idleIn who takes part in no programme of this year
     * @param after the last one of the page before
     * @param limit 1 to 200
     */
    record Query(
            DocumentKind kind,
            String number,
            String name,
            String mobile,
            UUID organisation,
            Integer idleIn,
            UUID after,
            int limit) {

        @Override
        public String toString() {
            return "Query[" + Mask.name(name) + " " + Mask.otherDocument(number) + "]";
        }
    }

    /**
     * A part in a programme.
     *
     * @param counted whether it takes a place in exclusion groups
     * @param paidFen paid on the record so far
     * @param open whether the programme runs, so that the record can be opened
     */
    record Part(
            UUID record,
            String programmeId,
            int year,
            String typeId,
            Text programme,
            Text kind,
            LocalDate from,
            LocalDate to,
            String period,
            String organisation,
            Text state,
            boolean counted,
            long paidFen,
            Instant since,
            boolean open) {}

    /**
     * What excludes what: a place that is taken.
     *
     * @param group code
     * @param kinds what it keeps the person from, besides what it already has
     */
    record Exclusion(
            String group,
            boolean warns,
            Text programme,
            int year,
            LocalDate day,
            String organisation,
            List<Text> kinds) {}

    /**
     * Somebody agreed; of programmes and organisations in scope.
     *
     * @param purpose as the programme named it, for example {@code ENROLMENT}
     * @param text what was agreed to, word for word; null: not kept
     * @param version of the programme whose text it was; null: not kept
     * @param withdrawnAt null: in force
     */
    record Consent(
            UUID id,
            String purpose,
            String programmeId,
            int year,
            Text programme,
            Text text,
            String version,
            Instant givenAt,
            String recordedBy,
            String organisation,
            Instant withdrawnAt,
            String withdrawnBy) {}

    /**
     * All there is about somebody, within the caller's scope.
     *
     * @param sex M, F or null
     * @param employment a name of {@link PersonDraft.Employment}; null: unknown
     * @param elsewhere how many parts the caller may not see
     * @param mayReveal whether the caller may ask for clear values
     */
    record View(
            Row person,
            String sex,
            String employment,
            String industry,
            Boolean member,
            List<Part> parts,
            List<Exclusion> exclusions,
            List<Consent> consents,
            int elsewhere,
            boolean mayReveal) {}

    /** In the order of their ids. */
    List<Row> list(Caller caller, Query query);

    View get(Caller caller, UUID id);

    /**
     * Finds or registers somebody; needs CREATE. Audited.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-ID-*}, {@code CORE-DOCUMENT}, {@code CORE-PHONE},
     *     {@code CORE-INPUT} (no name), {@code CORE-LENGTH}
     */
    Row register(Caller caller, PersonDraft draft);

    /**
     * One value in clear; null: unknown. Needs UNMASK; audited.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-REASON-MISSING}
     */
    String reveal(Caller caller, UUID id, People.Detail detail, String reason);

    /**
     * All that is known of somebody within the caller's scope, in clear, as a workbook to be handed to that person: what is
     * registered, parts, consents word for word. Needs UNMASK; audited.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-REASON-MISSING}, {@code CORE-LENGTH}
     */
    void copy(Caller caller, UUID id, String reason, OutputStream xlsx);

    /** Needs CREATE; audited. What was done on it stays. */
    void withdraw(Caller caller, UUID person, UUID consent, String reason);
}
