package org.shishi.core.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.core.people.Ledger;
import org.shishi.core.persistence.CoreDatabase;

/** The ledger: every step of an amount is a line, written once. */
@Component(service = Subsidies.class)
public final class SubsidiesService implements Subsidies {

    /** The record at the end of its name. */
    private static final Pattern RECORD = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");

    private static final String LINES = "select * from core.subsidy_entry where basis = :basis";

    private final CoreDatabase database;
    private final Audit audit;
    private final Clock clock;
    private final Ledger ledger;

    /** A line with the account behind it. */
    private record Line(SubsidyEntry entry, UUID account) {}

    @Activate
    public SubsidiesService(
            @Reference CoreDatabase database,
            @Reference Audit audit,
            @Reference Clock clock,
            @Reference Ledger ledger) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.ledger = ledger;
    }

    @Override
    public SubsidyEntry calculate(
            Caller caller,
            ProgrammeContext programme,
            Payer payer,
            UUID payee,
            long amountFen,
            String basis,
            String snapshot) {
        caller.require(programme.programmeId(), Right.CREATE, Right.SETTLE);
        if (amountFen < 0) {
            throw new RefusedException("CORE-MONEY", "amountFen");
        }
        return database.transact(handle -> {
            if (latest(handle, payer, basis)
                    .filter(line -> line.entry().state() != State.REVERSED)
                    .isPresent()) {
                throw new RefusedException("CORE-STATE", null);
            }
            SubsidyEntry entry = new SubsidyEntry(
                    UUID.randomUUID(),
                    payer,
                    payee,
                    amountFen,
                    basis,
                    snapshot,
                    State.CALCULATED,
                    caller.name(),
                    now());
            return written(handle, caller, programme, entry, null, null);
        });
    }

    @Override
    public SubsidyEntry approve(Caller caller, ProgrammeContext programme, Payer payer, String basis) {
        caller.require(programme.programmeId(), Right.APPROVE, Right.FACILITY);
        return step(caller, programme, payer, basis, State.CALCULATED, State.APPROVED, null);
    }

    @Override
    public SubsidyEntry pay(Caller caller, ProgrammeContext programme, Payer payer, String basis) {
        caller.require(programme.programmeId(), Right.SETTLE);
        return step(caller, programme, payer, basis, State.APPROVED, State.PAID, null);
    }

    @Override
    public SubsidyEntry reverse(Caller caller, ProgrammeContext programme, Payer payer, String basis, String reason) {
        caller.require(programme.programmeId(), Right.SETTLE);
        if (Normal.text(reason).isEmpty()) {
            throw new RefusedException("CORE-REASON-MISSING", "reason");
        }
        return step(caller, programme, payer, basis, State.PAID, State.REVERSED, reason.strip());
    }

    private SubsidyEntry step(
            Caller caller, ProgrammeContext programme, Payer payer, String basis, State from, State to, String reason) {
        return database.transact(handle -> {
            Line last = latest(handle, payer, basis)
                    .filter(line -> line.entry().state() == from)
                    .orElseThrow(() -> new RefusedException("CORE-STATE", null));
            separate(handle, caller, payer, basis, to);
            if (to == State.PAID) {
                excluded(handle, basis);
            }
            SubsidyEntry before = last.entry();
            SubsidyEntry entry = new SubsidyEntry(
                    UUID.randomUUID(),
                    payer,
                    before.payee(),
                    before.amountFen(),
                    basis,
                    before.snapshot(),
                    to,
                    caller.name(),
                    now());
            return written(handle, caller, programme, entry, to == State.REVERSED ? before.id() : null, reason);
        });
    }

    /** Nobody is paid for a part whose place somebody else has. */
    private void excluded(Handle handle, String basis) {
        Matcher record = RECORD.matcher(basis);
        if (record.find()) {
            List<Violation> wrong = ledger.beforePayment(handle, UUID.fromString(record.group()));
            if (!wrong.isEmpty()) {
                throw new RefusedException(new java.util.ArrayList<>(wrong));
            }
        }
    }

    /** Who approves did not calculate; who pays or takes back did not approve. */
    private static void separate(Handle handle, Caller caller, Payer payer, String basis, State to) {
        State others = to == State.APPROVED ? State.CALCULATED : State.APPROVED;
        boolean own = lines(handle, payer, basis).reversed().stream()
                .filter(line -> line.entry().state() == others)
                .findFirst()
                .filter(line -> line.account().equals(caller.accountId()))
                .isPresent();
        if (own && !caller.system()) {
            throw new RefusedException("CORE-SELF-REVIEW", null);
        }
    }

    private SubsidyEntry written(
            Handle handle,
            Caller caller,
            ProgrammeContext programme,
            SubsidyEntry entry,
            UUID counters,
            String reason) {
        handle.createUpdate("insert into core.subsidy_entry (id, programme_id, edition_year, payer, payee, amount_fen,"
                        + " basis, snapshot, state, counters_id, by_id, by_name, at) values (:id, :programme, :year,"
                        + " :payer, :payee, :fen, :basis, :snapshot, :state, :counters, :by, :name, :at)")
                .bind("id", entry.id())
                .bind("programme", programme.programmeId())
                .bind("year", programme.year())
                .bind("payer", entry.payer())
                .bind("payee", entry.payee())
                .bind("fen", entry.amountFen())
                .bind("basis", entry.basis())
                .bind("snapshot", entry.snapshot())
                .bind("state", entry.state())
                .bindByType("counters", counters, UUID.class)
                .bind("by", caller.accountId())
                .bind("name", entry.by())
                .bind("at", entry.at())
                .execute();
        audit.write(
                caller,
                "subsidy." + word(entry.state()),
                entry.basis(),
                reason,
                Map.of(
                        "entry",
                        entry.id().toString(),
                        "payer",
                        entry.payer().name(),
                        "payee",
                        entry.payee().toString(),
                        "yuan",
                        Yuan.format(entry.amountFen())));
        return entry;
    }

    private static String word(State state) {
        return switch (state) {
            case CALCULATED -> "calculate";
            case APPROVED -> "approve";
            case PAID -> "pay";
            case REVERSED -> "reverse";
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Optional<Line> latest(Handle handle, Payer payer, String basis) {
        List<Line> all = lines(handle, payer, basis);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** Oldest first; steps of the same moment in the order of their states. */
    private static List<Line> lines(Handle handle, Payer payer, String basis) {
        return handle.createQuery(LINES + " and payer = :payer order by at, "
                        + "case state when 'CALCULATED' then 1 when 'APPROVED' then 2 when 'PAID' then 3 else 4 end")
                .bind("basis", basis)
                .bind("payer", payer)
                .map((row, context) -> new Line(entry(row), row.getObject("by_id", UUID.class)))
                .list();
    }

    @Override
    public List<SubsidyEntry> of(String basis) {
        return database.read(handle -> java.util.Arrays.stream(Payer.values())
                .flatMap(payer -> lines(handle, payer, basis).stream())
                .map(Line::entry)
                .sorted(java.util.Comparator.comparing(SubsidyEntry::at))
                .toList());
    }

    @Override
    public long paidFen(ProgrammeContext programme, Payer payer) {
        return database.read(handle -> handle.createQuery("select coalesce(sum(case state when 'PAID' then amount_fen"
                        + " when 'REVERSED' then -amount_fen else 0 end), 0) from core.subsidy_entry"
                        + " where programme_id = :programme and edition_year = :year and payer = :payer")
                .bind("programme", programme.programmeId())
                .bind("year", programme.year())
                .bind("payer", payer)
                .mapTo(Long.class)
                .one());
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
