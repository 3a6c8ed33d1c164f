package org.shishi.core.programme;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;

/** What the platform keeps of programmes, also while their bundles are away: the table {@code core.programme}. */
@Component(service = KnownProgrammes.class)
public final class KnownProgrammes {

    private final CoreDatabase database;
    private final Clock clock;

    @Activate
    public KnownProgrammes(@Reference CoreDatabase database, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param stopped by an administrator, until an administrator starts it */
    public record Known(
            ProgrammeIdentity.Edition edition, String version, Text title, boolean stopped, OffsetDateTime changedAt) {}

    public List<Known> all() {
        return database.read(handle -> handle.createQuery("select id, edition_year, version, title_zh, title_en,"
                        + " stopped, changed_at from core.programme order by id, edition_year")
                .map((row, context) -> new Known(
                        new ProgrammeIdentity.Edition(row.getString("id"), row.getInt("edition_year")),
                        row.getString("version"),
                        new Text(row.getString("title_zh"), row.getString("title_en")),
                        row.getBoolean("stopped"),
                        row.getObject("changed_at", OffsetDateTime.class)))
                .list());
    }

    public Optional<Known> find(ProgrammeIdentity.Edition edition) {
        return all().stream().filter(known -> known.edition().equals(edition)).findFirst();
    }

    /** It has opened in this version. */
    void opened(ProgrammeIdentity identity, Text title) {
        database.transact(handle -> {
            keep(handle, identity, title);
            return null;
        });
    }

    /** @param title null: not known yet, it has never opened */
    public void stopped(ProgrammeIdentity identity, Text title, boolean stopped) {
        database.transact(handle -> {
            if (title != null || find(identity.edition()).isEmpty()) {
                keep(handle, identity, title == null ? Text.same(identity.id()) : title);
            }
            return handle.createUpdate("update core.programme set stopped = :stopped, changed_at = :now"
                            + " where id = :id and edition_year = :year")
                    .bind("stopped", stopped)
                    .bind("now", OffsetDateTime.now(clock))
                    .bind("id", identity.id())
                    .bind("year", identity.year())
                    .execute();
        });
    }

    /** Of several nodes one fills a programme with demonstration data, once for ever. */
    boolean claimDemonstration(ProgrammeIdentity.Edition edition) {
        return 1
                == database.transact(handle -> handle.createUpdate("update core.programme set demo_filled_at = :now"
                                + " where id = :id and edition_year = :year and demo_filled_at is null")
                        .bind("now", OffsetDateTime.now(clock))
                        .bind("id", edition.id())
                        .bind("year", edition.year())
                        .execute());
    }

    private void keep(Handle handle, ProgrammeIdentity identity, Text title) {
        if (update(handle, identity, title) == 0) {
            Inserts.unlessTaken(handle, () -> insert(handle, identity, title));
        }
    }

    private int update(Handle handle, ProgrammeIdentity identity, Text title) {
        return handle.createUpdate("update core.programme set version = :version, title_zh = :zh, title_en = :en,"
                        + " changed_at = :now where id = :id and edition_year = :year")
                .bind("version", identity.version().toString())
                .bind("zh", title.zh())
                .bind("en", title.en())
                .bind("now", OffsetDateTime.now(clock))
                .bind("id", identity.id())
                .bind("year", identity.year())
                .execute();
    }

    private void insert(Handle handle, ProgrammeIdentity identity, Text title) {
        handle.createUpdate("insert into core.programme"
                        + " (id, edition_year, version, title_zh, title_en, stopped, changed_at)"
                        + " values (:id, :year, :version, :zh, :en, false, :now)")
                .bind("version", identity.version().toString())
                .bind("zh", title.zh())
                .bind("en", title.en())
                .bind("now", OffsetDateTime.now(clock))
                .bind("id", identity.id())
                .bind("year", identity.year())
                .execute();
    }
}
