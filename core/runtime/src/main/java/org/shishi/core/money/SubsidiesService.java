package org.shishi.core.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.money.Subsidies;
import org.shishi.api.money.SubsidyEntry;
import org.shishi.api.money.SubsidyEntry.Payer;
import org.shishi.api.money.SubsidyEntry.State;
import org.shishi.api.money.Yuan;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.persistence.CoreDatabase;

/** The ledger: entries are added, never changed. */
@Component(service = Subsidies.class)
public final class SubsidiesService implements Subsidies {

    private final CoreDatabase database;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public SubsidiesService(@Reference CoreDatabase database, @Reference Audit audit, @Reference Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public SubsidyEntry pay(
            Caller caller,
            ProgrammeContext programme,
            Payer payer,
            UUID payee,
            long amountFen,
            String basis,
            String snapshot) {
        caller.require(programme.programmeId(), Right.SETTLE);
        if (amountFen < 0) {
            throw new RefusedException("CORE-MONEY", "amountFen");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SubsidyEntry entry = new SubsidyEntry(
                UUID.randomUUID(), payer, payee, amountFen, basis, snapshot, State.PAID, caller.name(), now);
        database.transact(handle -> {
            insert(handle, caller, programme, entry);
            audit.write(
                    caller,
                    "subsidy.pay",
                    basis,
                    null,
                    Map.of(
                            "entry",
                            entry.id().toString(),
                            "payer",
                            payer.name(),
                            "payee",
                            payee.toString(),
                            "yuan",
                            Yuan.format(amountFen)));
            return null;
        });
        return entry;
    }

    private static void insert(Handle handle, Caller caller, ProgrammeContext programme, SubsidyEntry entry) {
        handle.createUpdate("insert into core.subsidy_entry (id, programme_id, edition_year, payer, payee, amount_fen,"
                        + " basis, snapshot, state, by_id, by_name, at) values (:id, :programme, :year, :payer,"
                        + " :payee, :fen, :basis, :snapshot, :state, :by, :name, :at)")
                .bind("id", entry.id())
                .bind("programme", programme.programmeId())
                .bind("year", programme.year())
                .bind("payer", entry.payer())
                .bind("payee", entry.payee())
                .bind("fen", entry.amountFen())
                .bind("basis", entry.basis())
                .bind("snapshot", entry.snapshot())
                .bind("state", entry.state())
                .bind("by", caller.accountId())
                .bind("name", entry.by())
                .bind("at", entry.at())
                .execute();
    }

    @Override
    public List<SubsidyEntry> of(String basis) {
        return database.read(
                handle -> handle.createQuery("select * from core.subsidy_entry where basis = :basis order by at, id")
                        .bind("basis", basis)
                        .map((row, context) -> entry(row))
                        .list());
    }

    private static SubsidyEntry entry(ResultSet row) throws SQLException {
        return new SubsidyEntry(
                row.getObject("id", UUID.class),
                Payer.valueOf(row.getString("payer")),
                row.getObject("payee", UUID.class),
                row.getLong("amount_fen"),
                row.getString("basis"),
                row.getString("snapshot"),
                State.valueOf(row.getString("state")),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
