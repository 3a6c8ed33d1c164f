package org.shishi.core.people;

import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.core.edition.EditionBook;
import org.shishi.core.edition.EditionKey;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.record.LiveYears;

/** For how many years something is kept is written down anew when an edition's numbers are changed. */
@Component(service = KeptYears.class, immediate = true)
public final class KeptYears {

    private final CoreDatabase database;
    private final EditionBook editions;
    private final LiveYears live;
    private final Consumer<EditionKey> listener = this::changed;

    @Activate
    public KeptYears(@Reference CoreDatabase database, @Reference EditionBook editions, @Reference LiveYears live) {
        this.database = database;
        this.editions = editions;
        this.live = live;
        editions.listen(listener);
    }

    @Deactivate
    public void stop() {
        editions.unlisten(listener);
    }

    private void changed(EditionKey key) {
        Optional<ProgrammeContext> programme = live.context(key.programmeId(), key.year());
        programme.ifPresent(this::write);
    }

    void write(ProgrammeContext programme) {
        for (String table : new String[] {"participation_kind", "personal_table"}) {
            database.transact(handle -> {
                handle.createQuery("select distinct keep_name from core." + table + " where programme_id = :programme"
                                + " and edition_year = :year and keep_name is not null")
                        .bind("programme", programme.programmeId())
                        .bind("year", programme.year())
                        .mapTo(String.class)
                        .list()
                        .forEach(name -> handle.createUpdate("update core." + table + " set keep_years = :years"
                                        + " where programme_id = :programme and edition_year = :year"
                                        + " and keep_name = :name")
                                .bindByType("years", PersonalTables.years(programme, name), Integer.class)
                                .bind("programme", programme.programmeId())
                                .bind("year", programme.year())
                                .bind("name", name)
                                .execute());
                return null;
            });
        }
    }
}
