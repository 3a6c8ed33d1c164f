package org.shishi.core.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.shishi.api.people.Participation;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;

/**
 * One part that a record says somebody takes.
 *
 * @param field beside which a refusal stands; null: none
 * @param counted whether it takes places in its groups
 */
public record Claim(
        UUID record,
        String typeId,
        String kind,
        Participation.Subject subjectKind,
        UUID subject,
        UUID owner,
        LocalDate from,
        LocalDate to,
        String period,
        String state,
        boolean counted,
        String field) {

    /** What a record says now. */
    public static <T extends ProgrammeRecord> List<Claim> of(RecordType<T> type, T record) {
        List<Claim> claims = new ArrayList<>();
        for (Participation<T> part : type.participations()) {
            Collection<UUID> subjects = part.subjects(record);
            for (UUID subject : subjects) {
                claims.add(new Claim(
                        record.id(),
                        type.id(),
                        part.kind(),
                        part.subject(),
                        subject,
                        record.head().ownerOrg(),
                        part.from(record),
                        part.to(record),
                        part.period(record),
                        record.head().status(),
                        part.countsIn(record.head().status()),
                        part.field()));
            }
        }
        return claims;
    }

    boolean samePart(UUID otherSubject, String otherKind) {
        return subject.equals(otherSubject) && kind.equals(otherKind);
    }
}
