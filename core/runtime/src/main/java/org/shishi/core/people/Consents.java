package org.shishi.core.people;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.PersonRegistry.Consent;
import org.shishi.api.record.Ids;
import org.shishi.core.persistence.CoreDatabase;

/** Who agreed to what, when, and who wrote it down (§13.7). Withdrawn ones stay. */
@Component(service = Consents.class)
public final class Consents {

    private final CoreDatabase database;
    private final Clock clock;

    @Activate
    public Consents(@Reference CoreDatabase database, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** In the transaction of the record that it belongs to. */
    public void give(Caller caller, UUID person, String purpose, String programmeId, int year, String object) {
        database.transact(handle -> handle.createUpdate("insert into core.consent (id, person_id, purpose,"
                        + " programme_id, edition_year, object, given_at, recorded_by, recorded_name,"
                        + " organisation_id) values (:id, :person, :purpose, :programme, :year, :object, :at, :by,"
                        + " :name, :organisation)")
                .bind("id", Ids.next())
                .bind("person", person)
                .bind("purpose", purpose)
                .bind("programme", programmeId)
                .bind("year", year)
                .bind("object", object)
                .bind("at", OffsetDateTime.now(clock))
                .bind("by", caller.accountId())
                .bind("name", caller.name())
                .bind("organisation", caller.organisation().id())
                .execute());
    }

    /** Newest first. */
    List<Consent> of(UUID person) {
        return database.read(handle -> handle.createQuery("select c.id, c.purpose, c.programme_id, c.edition_year,"
                        + " c.given_at, c.recorded_name, c.withdrawn_at, c.withdrawn_name, o.name as organisation"
                        + " from core.consent c left join core.organisation o on o.id = c.organisation_id"
                        + " where c.person_id = :person order by c.given_at desc, c.id")
                .bind("person", person)
                .map((row, context) -> new Consent(
                        row.getObject("id", UUID.class),
                        row.getString("purpose"),
                        row.getString("programme_id"),
                        row.getInt("edition_year"),
                        row.getObject("given_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_name"),
                        row.getString("organisation"),
                        row.getObject("withdrawn_at", OffsetDateTime.class) == null
                                ? null
                                : row.getObject("withdrawn_at", OffsetDateTime.class)
                                        .toInstant()))
                .list());
    }

    /** @return whether there was one in force */
    boolean withdraw(Caller caller, UUID person, UUID consent) {
        return 1
                == database.transact(handle -> handle.createUpdate("update core.consent set withdrawn_at = :at,"
                                + " withdrawn_name = :name where id = :id and person_id = :person"
                                + " and withdrawn_at is null")
                        .bind("at", OffsetDateTime.now(clock))
                        .bind("name", caller.name())
                        .bind("id", consent)
                        .bind("person", person)
                        .execute());
    }
}
