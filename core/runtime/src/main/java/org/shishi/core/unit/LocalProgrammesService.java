package org.shishi.core.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.LocalProgrammeItem;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.LocalProgrammes;
import org.shishi.api.record.Ids;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.core.organisation.Within;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;

/** Own-level lists as a service. */
@Component(service = LocalProgrammes.class)
public final class LocalProgrammesService implements LocalProgrammes {

    private static final int LONGEST_TITLE = 200;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;
    private static final String TITLE = "title";
    private static final String TITLE_CODE = "CORE-LOCAL-TITLE";

    private final CoreDatabase database;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public LocalProgrammesService(
            @Reference CoreDatabase database,
            @Reference Organisations organisations,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.database = database;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<LocalProgrammeItem> list(Caller caller, UUID organisation, int year) {
        require(caller, Right.VIEW);
        UUID own = caller.organisation().id();
        boolean below = caller.roles().keySet().stream().anyMatch(caller::seesDescendants);
        String sql = "select i.* from core.local_programme_item i join core.organisation o on o.id = i.organisation_id"
                + " where i.list_year = :year and "
                + (below ? Within.sql("i.organisation_id", ":scope") : "i.organisation_id = :scope")
                + (organisation == null ? "" : " and i.organisation_id = :organisation")
                + " order by o.name_key, o.id, i.title";
        return database.read(handle -> {
            Query query = handle.createQuery(sql).bind("year", year).bind("scope", own);
            if (organisation != null) {
                query.bind("organisation", organisation);
            }
            return query.map((row, context) -> item(row)).list();
        });
    }

    @Override
    public LocalProgrammeItem save(Caller caller, LocalProgrammeItem item) {
        require(caller, Right.CREATE);
        requireOwn(caller, item.organisationId());
        LocalProgrammeItem wanted = new LocalProgrammeItem(
                item.id() == null ? Ids.next() : item.id(),
                item.organisationId(),
                item.year(),
                item.title() == null ? "" : Normal.text(item.title()),
                item.budgetFen(),
                item.version());
        List<Violation> wrong = faults(wanted);
        if (!wrong.isEmpty()) {
            throw new RefusedException(wrong);
        }
        return database.transact(handle -> {
            boolean free = item.id() == null
                    ? Inserts.unlessTaken(handle, () -> insert(handle, wanted, caller))
                    : Inserts.unlessTaken(handle, () -> update(handle, wanted, caller));
            if (!free) {
                throw new RefusedException(TITLE_CODE, TITLE);
            }
            audit.write(caller, "local-programme.save", "local-programme/" + wanted.id(), null, Map.of());
            return find(handle, wanted.id());
        });
    }

    private List<Violation> faults(LocalProgrammeItem item) {
        List<Violation> wrong = new ArrayList<>();
        if (organisations
                .byId(item.organisationId())
                .filter(Organisation::secondLevel)
                .isEmpty()) {
            wrong.add(Violation.of("CORE-LOCAL-UNION", "organisationId"));
        }
        if (item.year() < FIRST_YEAR || item.year() > LAST_YEAR) {
            wrong.add(Violation.of(Violation.CORE_INPUT, "year"));
        }
        if (item.title().isEmpty() || item.title().length() > LONGEST_TITLE) {
            wrong.add(Violation.of(TITLE_CODE, TITLE));
        }
        if (item.budgetFen() != null && item.budgetFen() < 0) {
            wrong.add(Violation.of("CORE-MONEY", "budgetFen"));
        }
        return wrong;
    }

    @Override
    public void remove(Caller caller, UUID id) {
        require(caller, Right.CREATE);
        database.transact(handle -> {
            requireOwn(caller, find(handle, id).organisationId());
            handle.createUpdate("delete from core.local_programme_item where id = :id")
                    .bind("id", id)
                    .execute();
            audit.write(caller, "local-programme.remove", "local-programme/" + id, null, Map.of());
            return null;
        });
    }

    private static void require(Caller caller, Right right) {
        if (!caller.mayAnywhere(right)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }

    /** The list is the union's own: those above read it. */
    private static void requireOwn(Caller caller, UUID organisation) {
        if (!caller.organisation().id().equals(organisation)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }

    private void insert(Handle handle, LocalProgrammeItem item, Caller caller) {
        handle.createUpdate("insert into core.local_programme_item (id, organisation_id, list_year, title, budget_fen,"
                        + " version, updated_at, updated_by) values (:id, :organisation, :year, :title, :budget, 0,"
                        + " :at, :by)")
                .bind("id", item.id())
                .bind("organisation", item.organisationId())
                .bind("year", item.year())
                .bind(TITLE, item.title())
                .bind("budget", item.budgetFen())
                .bind("at", OffsetDateTime.now(clock))
                .bind("by", caller.accountId())
                .execute();
    }

    private void update(Handle handle, LocalProgrammeItem item, Caller caller) {
        requireOwn(caller, find(handle, item.id()).organisationId());
        int changed = handle.createUpdate("update core.local_programme_item set list_year = :year, title = :title,"
                        + " budget_fen = :budget, version = version + 1, updated_at = :at, updated_by = :by"
                        + " where id = :id and version = :version")
                .bind("year", item.year())
                .bind(TITLE, item.title())
                .bind("budget", item.budgetFen())
                .bind("at", OffsetDateTime.now(clock))
                .bind("by", caller.accountId())
                .bind("id", item.id())
                .bind("version", item.version())
                .execute();
        if (changed == 0) {
            throw new RefusedException("CORE-STALE", null);
        }
    }

    private static LocalProgrammeItem find(Handle handle, UUID id) {
        return handle.createQuery("select * from core.local_programme_item where id = :id")
                .bind("id", id)
                .map((row, context) -> item(row))
                .findOne()
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }

    private static LocalProgrammeItem item(ResultSet row) throws SQLException {
        Number budget = (Number) row.getObject("budget_fen");
        return new LocalProgrammeItem(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getInt("list_year"),
                row.getString(TITLE),
                budget == null ? null : budget.longValue(),
                row.getLong("version"));
    }
}
