package org.shishi.core.record;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.record.HistoryEntry;
import org.shishi.core.persistence.CoreDatabase;

/** Imports: what they brought in one line, and whether they can still be taken back. */
final class ImportStore {

    /** @param open nobody acted on any of its records, and it was not taken back before */
    record Imported(UUID organisation, UUID by, boolean open) {}

    private final CoreDatabase core;

    ImportStore(CoreDatabase core) {
        this.core = core;
    }

    void begin(Kind<?> kind, UUID id, Caller caller, String source, Instant at) {
        core.transact(handle -> handle.createUpdate("insert into core.record_import (id, programme_id, edition_year,"
                        + " type_id, happened_at, by_id, by_name, organisation_id, organisation, organisation_type,"
                        + " source, saved) values (:id, :programme, :year, :type, :at, :by, :byName, :organisation,"
                        + " :organisationName, :organisationType, :source, 0)")
                .bind("id", id)
                .bind("programme", kind.programmeId())
                .bind("year", kind.year())
                .bind("type", kind.type().id())
                .bind("at", at)
                .bind("by", caller.accountId())
                .bind("byName", caller.name())
                .bind("organisation", caller.organisation().id())
                .bind("organisationName", caller.organisation().name())
                .bind("organisationType", caller.organisation().type().name())
                .bind("source", source)
                .execute());
    }

    void saved(UUID id, int more) {
        core.transact(
                handle -> handle.createUpdate("update core.record_import set saved = saved + :more where id = :id")
                        .bind("more", more)
                        .bind("id", id)
                        .execute());
    }

    /** Somebody acts on a record of this import (null: of none). Waits for one that is being taken back. */
    void acted(UUID id, Instant at) {
        if (id != null) {
            core.transact(handle -> handle.createUpdate(
                            "update core.record_import set acted_at = :at where id = :id and acted_at is null")
                    .bind("at", at)
                    .bind("id", id)
                    .execute());
        }
    }

    Optional<Imported> find(Kind<?> kind, UUID id) {
        return core.read(handle -> handle.createQuery("select organisation_id, by_id, acted_at, undone_at"
                        + " from core.record_import where id = :id and programme_id = :programme"
                        + " and edition_year = :year and type_id = :type")
                .bind("id", id)
                .bind("programme", kind.programmeId())
                .bind("year", kind.year())
                .bind("type", kind.type().id())
                .map((rs, ctx) -> new Imported(
                        rs.getObject(1, UUID.class),
                        rs.getObject(2, UUID.class),
                        rs.getObject(3) == null && rs.getObject(4) == null))
                .findOne());
    }

    /**
     * Marks it as taken back; from then on nobody can begin to act on its records.
     *
     * @return false: somebody has acted, or it was taken back before
     */
    boolean undo(UUID id, Instant at) {
        return core.transact(
                handle -> handle.createUpdate("update core.record_import set undone_at = :at, acted_at = :at"
                                        + " where id = :id and acted_at is null and undone_at is null")
                                .bind("at", at)
                                .bind("id", id)
                                .execute()
                        == 1);
    }

    /** What the history of each of its records begins with. */
    List<HistoryEntry> entry(UUID id, String firstState) {
        return core.read(handle -> handle.createQuery(
                        "select happened_at, by_id, by_name, organisation from core.record_import where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> new HistoryEntry(
                        rs.getObject(1, OffsetDateTime.class).toInstant(),
                        rs.getObject(2, UUID.class),
                        rs.getString(3),
                        rs.getString(4),
                        Step.IMPORT,
                        null,
                        firstState,
                        null,
                        Map.of(),
                        List.of(),
                        Map.of()))
                .list());
    }
}
