package org.shishi.core.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.OrganisationHistory.Event;
import org.shishi.api.organisation.OrganisationHistory.Kind;
import org.shishi.api.record.Ids;
import org.shishi.core.text.JsonWords;

/** What happened to bodies, and how they were called. */
public final class HistoryRows {

    private final Handle handle;

    public HistoryRows(Handle handle) {
        this.handle = handle;
    }

    /** @param other null: none */
    public void add(
            Kind kind,
            Organisation body,
            LocalDate day,
            Organisation other,
            Map<String, String> details,
            Caller by,
            OffsetDateTime at) {
        handle.createUpdate("insert into core.organisation_event (id, organisation_id, kind, on_day, other_id,"
                        + " other_name, details, by_id, by_name, happened_at) values (:id, :body, :kind, :day, :other,"
                        + " :otherName, :details, :by, :byName, :at)")
                .bind("id", Ids.next())
                .bind("body", body.id())
                .bind("kind", kind.name())
                .bind("day", day)
                .bind("other", other == null ? null : other.id())
                .bind("otherName", other == null ? null : other.name())
                .bind("details", JsonWords.write(details))
                .bind("by", by.accountId())
                .bind("byName", by.name())
                .bind("at", at)
                .execute();
    }

    /** Called so until yesterday; of several names on a day the first one counts. */
    void called(Organisation body, LocalDate today) {
        LocalDate until = today.minusDays(1);
        boolean known = handle.createQuery("select 1 from core.organisation_past_name"
                        + " where organisation_id = :id and until_day = :until")
                .bind("id", body.id())
                .bind("until", until)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!known) {
            handle.createUpdate("insert into core.organisation_past_name (organisation_id, until_day, name)"
                            + " values (:id, :until, :name)")
                    .bind("id", body.id())
                    .bind("until", until)
                    .bind("name", body.name())
                    .execute();
        }
    }

    List<Event> events(UUID id) {
        return handle.createQuery("select * from core.organisation_event where organisation_id = :id order by id desc")
                .bind("id", id)
                .map((row, context) -> event(row))
                .list();
    }

    /** Names and parents of other days, of all bodies that have any. */
    Past past() {
        Map<UUID, Past.Of> all = new HashMap<>();
        handle.createQuery("select organisation_id, until_day, name from core.organisation_past_name")
                .map((row, context) -> {
                    of(all, row).names().put(row.getObject(2, LocalDate.class), row.getString(3));
                    return null;
                })
                .list();
        handle.createQuery("select organisation_id, valid_to, parent_id from core.organisation_parent"
                        + " where valid_to is not null")
                .map((row, context) -> {
                    of(all, row).parents().put(row.getObject(2, LocalDate.class), row.getObject(3, UUID.class));
                    return null;
                })
                .list();
        return new Past(all);
    }

    private static Past.Of of(Map<UUID, Past.Of> all, ResultSet row) throws SQLException {
        return all.computeIfAbsent(row.getObject(1, UUID.class), id -> Past.Of.empty());
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                Kind.valueOf(row.getString("kind")),
                row.getObject("on_day", LocalDate.class),
                row.getObject("other_id", UUID.class),
                row.getString("other_name"),
                JsonWords.read(row.getString("details")),
                row.getString("by_name"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant());
    }
}
