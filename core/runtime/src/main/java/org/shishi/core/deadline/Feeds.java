package org.shishi.core.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.platform.DeadlineCentre.Feed;
import org.shishi.api.platform.DeadlineCentre.Item;
import org.shishi.core.identity.StandIns;
import org.shishi.core.persistence.CoreDatabase;

/** What calendar programs read: one secret address a person. */
final class Feeds {

    private final CoreDatabase database;
    private final Audit audit;
    private final Clock clock;
    private final StandIns standIns;

    Feeds(CoreDatabase database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.standIns = new StandIns(clock);
    }

    Optional<Instant> since(Caller caller) {
        return database.read(handle -> new FeedRows(handle).since(caller.accountId()));
    }

    String begin(Caller caller) {
        String secret = FeedRows.secret();
        database.transact(handle -> {
            new FeedRows(handle).put(caller.accountId(), secret, clock.instant());
            audit.write(caller, "calendar.feed", "account/" + caller.accountId(), null, Map.of());
            return null;
        });
        return secret;
    }

    void end(Caller caller) {
        database.transact(handle -> {
            if (new FeedRows(handle).end(caller.accountId())) {
                audit.write(caller, "calendar.feed.end", "account/" + caller.accountId(), null, Map.of());
            }
            return null;
        });
    }

    Optional<Feed> read(String secret, LocalDate today) {
        return database.read(handle -> new FeedRows(handle)
                .owner(secret)
                .map(owner -> new Feed(owner.locale(), owed(handle, owner.account(), today))));
    }

    private List<Item> owed(Handle handle, UUID account, LocalDate today) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> places = new ArrayList<>();
        for (Grant grant : standIns.roles(handle, account)) {
            if (grant.role().rights().contains(Right.VIEW)) {
                places.add(place(grant, values));
            }
        }
        if (places.isEmpty()) {
            return List.of();
        }
        var query = handle.createQuery(DeadlineCentreService.COLUMNS + " where d.done_on is null and ("
                        + String.join(" or ", places) + ") order by d.due, d.id limit :limit")
                .bind("limit", DeadlineCentreService.LONGEST_PAGE);
        values.forEach(query::bind);
        return query.map((row, context) -> DeadlineCentreService.item(row, today))
                .list();
    }

    private static String place(Grant grant, Map<String, Object> values) {
        String organisation = "o" + values.size();
        values.put(organisation, grant.organisation());
        if (grant.programmeId().equals(Caller.EVERY_PROGRAMME)) {
            return "(d.organisation_id = :" + organisation + ")";
        }
        String programme = "p" + values.size();
        values.put(programme, grant.programmeId());
        return "(d.organisation_id = :" + organisation + " and d.programme_id = :" + programme + ")";
    }
}
