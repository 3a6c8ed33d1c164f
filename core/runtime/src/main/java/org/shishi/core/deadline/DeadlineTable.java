package org.shishi.core.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.shishi.api.deadline.Deadline;
import org.shishi.api.record.Ids;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.Inserts;

/** The deadlines of one type within one transaction. Locked first; nobody else changes them until its end. */
final class DeadlineTable {

    record Kind(String programmeId, int year, String type) {}

    /** What makes a deadline the same one as before. */
    record Key(String object, UUID organisation) {}

    private record Stored(UUID id, LocalDate windowFrom, LocalDate due, boolean hard, Text title, boolean done) {

        boolean says(Owed owed) {
            Deadline deadline = owed.deadline();
            return !done
                    && due.equals(deadline.due())
                    && hard == deadline.hard()
                    && title.equals(owed.title())
                    && Objects.equals(windowFrom, deadline.windowFrom());
        }
    }

    private static final int CHUNK = 1_000;
    private static final String THIS = " where programme_id = :programme and edition_year = :year and type = :type";

    private final Handle handle;
    private final Kind kind;

    DeadlineTable(Handle handle, Kind kind) {
        this.handle = handle;
        this.kind = kind;
    }

    /** @return the last day reminders were sent for; null: none yet */
    LocalDate lock() {
        // The row must be there to be locked; of two who make it at once, one waits here.
        if (of(handle.createQuery("select 1 from core.deadline_type" + THIS))
                .mapTo(Integer.class)
                .findOne()
                .isEmpty()) {
            Inserts.unlessTaken(handle, () -> of(handle.createUpdate(
                            "insert into core.deadline_type (programme_id, edition_year, type)"
                                    + " values (:programme, :year, :type)"))
                    .execute());
        }
        return of(handle.createQuery("select reminded_up_to from core.deadline_type" + THIS + " for update"))
                .map((row, context) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .one()
                .orElse(null);
    }

    void remindedUpTo(LocalDate day) {
        of(handle.createUpdate("update core.deadline_type set reminded_up_to = :day" + THIS
                        + " and (reminded_up_to is null or reminded_up_to < :day)"))
                .bind("day", day)
                .execute();
    }

    /** Writes what is new or changed, and that what is missing is done. */
    void replace(Map<Key, Owed> owed, Instant now, LocalDate today) {
        Map<Key, Stored> stored = stored();
        List<Owed> added = new ArrayList<>();
        Map<UUID, Owed> changed = new HashMap<>();
        owed.forEach((key, present) -> {
            Stored before = stored.remove(key);
            if (before == null) {
                added.add(present);
            } else if (!before.says(present)) {
                changed.put(before.id(), present);
            }
        });
        insert(added, now);
        update(changed);
        done(
                stored.values().stream()
                        .filter(gone -> !gone.done())
                        .map(Stored::id)
                        .toList(),
                now,
                today);
    }

    private Map<Key, Stored> stored() {
        Map<Key, Stored> stored = new HashMap<>();
        of(handle.createQuery("select * from core.deadline" + THIS))
                .map((row, context) -> Map.entry(
                        new Key(row.getString("object"), row.getObject("organisation_id", UUID.class)), stored(row)))
                .forEach(entry -> stored.put(entry.getKey(), entry.getValue()));
        return stored;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                row.getObject("window_from", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getBoolean("hard"),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                row.getTimestamp("done_at") != null);
    }

    private void insert(List<Owed> added, Instant now) {
        inChunks(
                added,
                """
                insert into core.deadline (id, programme_id, edition_year, type, object, organisation_id, window_from, due,
                                           hard, title_zh, title_en, opened_at)
                values (:id, :programme, :year, :type, :object, :organisation, :windowFrom, :due, :hard, :zh, :en, :now)
                """,
                (batch, owed) -> described(of(batch), owed)
                        .bind("id", Ids.next())
                        .bind("object", owed.deadline().object())
                        .bind("organisation", owed.deadline().organisation())
                        .bind("now", now));
    }

    /** Also what was done and is owed again. */
    private void update(Map<UUID, Owed> changed) {
        inChunks(
                List.copyOf(changed.entrySet()),
                """
                update core.deadline
                set window_from = :windowFrom, due = :due, hard = :hard, title_zh = :zh, title_en = :en, done_at = null,
                    done_on = null
                where id = :id
                """,
                (batch, entry) -> described(batch, entry.getValue()).bind("id", entry.getKey()));
    }

    private void done(List<UUID> gone, Instant now, LocalDate today) {
        inChunks(
                gone,
                "update core.deadline set done_at = :now, done_on = :today where id = :id",
                (batch, id) -> batch.bind("id", id).bind("now", now).bind("today", today));
    }

    private interface Binding<T> {
        PreparedBatch bind(PreparedBatch batch, T row);
    }

    private <T> void inChunks(List<T> rows, String sql, Binding<T> binding) {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            try (PreparedBatch batch = handle.prepareBatch(sql)) {
                rows.subList(from, Math.min(rows.size(), from + CHUNK))
                        .forEach(row -> binding.bind(batch, row).add());
                batch.execute();
            }
        }
    }

    private static PreparedBatch described(PreparedBatch batch, Owed owed) {
        Deadline deadline = owed.deadline();
        return batch.bind("windowFrom", deadline.windowFrom())
                .bind("due", deadline.due())
                .bind("hard", deadline.hard())
                .bind("zh", owed.title().zh())
                .bind("en", owed.title().en());
    }

    private <S extends SqlStatement<S>> S of(S statement) {
        return statement
                .bind("programme", kind.programmeId())
                .bind("year", kind.year())
                .bind("type", kind.type());
    }
}
