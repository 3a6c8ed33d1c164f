package org.shishi.core.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.FastBatch;

/** Places taken in exclusion groups. */
final class HoldRows {

    private static final int AT_ONCE = 500;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** A place to be taken. */
    record Hold(String group, UUID subject, String span, int slot, UUID participation) {}

    /** A place that somebody has, and what may be told of it. */
    record Held(
            String group,
            UUID subject,
            String span,
            int slot,
            UUID record,
            String programmeId,
            int year,
            Text programme,
            LocalDate day,
            String organisation) {

        static Held of(ResultSet row) throws SQLException {
            LocalDate from = row.getObject("from_day", LocalDate.class);
            OffsetDateTime written = row.getObject("created_at", OffsetDateTime.class);
            String id = row.getString("programme_id");
            String zh = row.getString("title_zh");
            return new Held(
                    row.getString("group_code"),
                    row.getObject("subject_id", UUID.class),
                    row.getString("span"),
                    row.getInt("slot"),
                    row.getObject("record_id", UUID.class),
                    id,
                    row.getInt("edition_year"),
                    zh == null ? Text.same(id) : new Text(zh, row.getString("title_en")),
                    from != null ? from : written.atZoneSameInstant(SHANGHAI).toLocalDate(),
                    row.getString("organisation"));
        }
    }

    private final Handle handle;

    HoldRows(Handle handle) {
        this.handle = handle;
    }

    /** Also those of programmes that are away. */
    List<Held> of(Collection<UUID> subjects) {
        List<Held> found = new ArrayList<>();
        List<UUID> all = List.copyOf(subjects);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            found.addAll(handle.createQuery("select h.group_code, h.subject_id, h.span, h.slot, p.record_id,"
                            + " p.programme_id, p.edition_year, p.from_day, p.created_at, g.title_zh, g.title_en,"
                            + " o.name as organisation from core.exclusion_hold h"
                            + " join core.participation p on p.id = h.participation_id"
                            + " left join core.programme g on g.id = p.programme_id and g.edition_year = p.edition_year"
                            + " left join core.organisation o on o.id = p.owner_org"
                            + " where h.subject_id in (<subjects>) order by p.created_at, p.id, h.span")
                    .bindList("subjects", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .map((row, context) -> Held.of(row))
                    .list());
        }
        return found;
    }

    /** One that is taken fails the statement. In one order for all writers. */
    void insert(Collection<Hold> holds) {
        FastBatch.run(
                handle,
                "insert into core.exclusion_hold (group_code, subject_id, span, slot, participation_id)"
                        + " values (?, ?, ?, ?, ?)",
                holds.stream()
                        .sorted(java.util.Comparator.comparing(Hold::group)
                                .thenComparing(Hold::subject)
                                .thenComparing(Hold::span)
                                .thenComparing(Hold::slot))
                        .toList(),
                (row, hold) -> {
                    row.setString(1, hold.group());
                    row.setObject(2, hold.subject());
                    row.setString(3, hold.span());
                    row.setInt(4, hold.slot());
                    row.setObject(5, hold.participation());
                });
    }

    void remove(UUID participation) {
        handle.createUpdate("delete from core.exclusion_hold where participation_id = :id")
                .bind("id", participation)
                .execute();
    }
}
