package org.shishi.api.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.programme.EditionState;
import org.shishi.api.text.Text;

/**
 * The yearly editions of all programmes, also of those whose bundle is away: read by everybody who is signed in, changed
 * by two persons (domain specification §0 K-8, K-12, §13.2, §13.3). Every change is audited. Pages and REST call this one
 * use case. All changes throw {@link org.shishi.api.rule.RefusedException}: {@code CORE-FORBIDDEN}, {@code CORE-NOT-FOUND},
 * {@code CORE-EDITION-STATE} (the edition's state does not allow it), {@code CORE-REASON-MISSING}, and what they name
 * themselves. Thread-safe.
 */
@ProviderType
public interface EditionAdmin {

    /**
     * An edition in one line.
     *
     * @param title of the programme
     * @param live whether its bundle is open for work on this node
     * @param copiedFrom the year its values were copied from; null: they came with the bundle
     * @param drafts changes that wait for a second person
     * @param unconfirmed copied values that nobody has confirmed yet
     * @param empty values that are not set
     */
    record Head(
            String programmeId,
            int year,
            Text title,
            EditionState state,
            boolean live,
            Integer copiedFrom,
            int drafts,
            int unconfirmed,
            int empty) {}

    /** How far a revision has come. */
    enum Status {
        /** Proposed; a second person has to publish it. */
        DRAFT,
        /** Copied from the year before; counts in the draft of the edition, and has to be confirmed. */
        UNCONFIRMED,
        /** Counts from its day on. */
        PUBLISHED,
        WITHDRAWN
    }

    /**
     * One value that somebody proposed, copied or published.
     *
     * @param value plain, as {@link org.shishi.api.programme.Edition#value}; null: empty
     * @param before the value that counts (or counted) on the same day without it
     * @param validFrom first day on which it counts, in Shanghai; null: from the edition's beginning
     * @param copied whether it was copied from the year before
     * @param by who proposed or copied it
     * @param decision why it was confirmed or withdrawn; null: nothing was said
     * @param decidedBy who published, confirmed or withdrew it; null: nobody yet
     */
    record Revision(
            UUID id,
            String name,
            Object value,
            Object before,
            LocalDate validFrom,
            Status status,
            boolean copied,
            String reason,
            String by,
            Instant at,
            String decision,
            String decidedBy,
            Instant decidedAt) {}

    /**
     * One yearly number with its past and future.
     *
     * @param parameter with the value that counts on the sheet's day
     * @param title what it is called
     * @param declared the starting value in the bundle's {@code edition.yaml}; null: empty
     * @param revisions newest first, withdrawn ones included
     */
    record Number(EditionParameter parameter, Text title, Object declared, List<Revision> revisions) {

        public List<Revision> revisions(Status status) {
            return revisions.stream().filter(each -> each.status() == status).toList();
        }
    }

    /** A hard window held open longer for one organisation (K-8). */
    record Extension(
            UUID id,
            String window,
            UUID organisation,
            LocalDate until,
            String reason,
            String by,
            Instant at,
            String revokedBy,
            Instant revokedAt) {}

    /** An edition in full as it stands on a day. */
    record Sheet(Head head, LocalDate day, List<Number> numbers, List<Extension> extensions) {}

    /** @param value plain: text, number, boolean, date as {@code 2024-05-01}, list, map; null: empty */
    record Change(String name, Object value, LocalDate validFrom, String reason) {}

    /** By programme, newest year first. */
    List<Head> editions();

    /** @param day null: today in Shanghai */
    Sheet sheet(String programmeId, int year, LocalDate day);

    /**
     * Proposes a new value: right PARAMETERS_DRAFT. It counts when somebody else has published it.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-PARAM-UNKNOWN}, {@code CORE-PARAM-VALUE} (does not fit type,
     *     smallest value, shape, or a rule), {@code CORE-PARAM-REQUIRED} (left empty though not {@code [U]}),
     *     {@code CORE-PARAM-SAME}, {@code CORE-PARAM-PENDING} (another change waits already), {@code CORE-PARAM-DAY} (no first
     *     day although the edition is published), all of them at once
     */
    Revision propose(Caller caller, String programmeId, int year, Change change);

    /**
     * Right PARAMETERS_PUBLISH, and not the one who proposed it.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-SELF-REVIEW}, {@code CORE-STATE} (decided meanwhile)
     */
    Revision publish(Caller caller, UUID revision);

    /** Takes a draft back: who proposed it, or a holder of PARAMETERS_PUBLISH, who must give a reason. */
    Revision withdraw(Caller caller, UUID revision, String reason);

    /**
     * The first draft of the next year: every value copied, dates moved by a year, all of them unconfirmed. Right
     * PARAMETERS_DRAFT.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-EDITION-EXISTS} when the next year is published already, or
     *     has been copied before
     */
    Head copyToNextYear(Caller caller, String programmeId, int year);

    /**
     * Says that copied values hold for the new year, too. Right PARAMETERS_DRAFT; more than one at a time needs a reason.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-STATE} when one of them is not waiting for it
     */
    void confirm(Caller caller, String programmeId, int year, Collection<String> names, String reason);

    /**
     * The next state. Right PARAMETERS_PUBLISH.
     *
     * @throws org.shishi.api.rule.RefusedException publishing: {@code CORE-EDITION-UNSET},
     *     {@code CORE-EDITION-UNCONFIRMED} and {@code CORE-EDITION-PENDING} (a change without a first day waits) once for each
     *     value, {@code CORE-SELF-REVIEW} for somebody who confirmed one
     */
    Head move(Caller caller, String programmeId, int year, EditionState to, String reason);

    /**
     * Holds a window open for one organisation: right APPROVE, reason mandatory.
     *
     * @param window name of a window (map with from and to) or of a date parameter, with the keys that lead to it inside a
     *     map: {@code rooms.windows.GROUP}
     * @throws org.shishi.api.rule.RefusedException {@code CORE-PARAM-UNKNOWN}, {@code CORE-WINDOW-UNSET},
     *     {@code CORE-EXTENSION-DAY} (not after the end it already has)
     */
    Extension extend(
            Caller caller,
            String programmeId,
            int year,
            String window,
            UUID organisation,
            LocalDate until,
            String reason);

    /** Right APPROVE. From now on the window's own end counts again. */
    void revoke(Caller caller, UUID extension, String reason);
}
