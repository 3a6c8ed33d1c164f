package org.shishi.core.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.record.Ids;
import org.shishi.api.record.Teamwork;
import org.shishi.api.record.Teamwork.Signature;
import org.shishi.api.record.Teamwork.Verdict;
import org.shishi.core.persistence.CoreDatabase;

/** The tables of signatures that were asked for. At most one round of a record is open. */
final class RoundStore {

    /** @param within rights of the way in of who asked; null: all of the roles' */
    record Open(UUID id, UUID organisation, List<String> actions, Set<Right> within, Teamwork.Round round) {

        long asked() {
            return round.signatures().size();
        }

        boolean complete() {
            return round.agreed() == asked();
        }

        Optional<Signature> of(UUID account) {
            return round.signatures().stream()
                    .filter(signature -> signature.account().equals(account))
                    .findFirst();
        }
    }

    private final CoreDatabase core;

    RoundStore(CoreDatabase core) {
        this.core = core;
    }

    Optional<Open> open(UUID record) {
        return core.read(handle -> handle.createQuery(
                        "select * from core.sign_round where record_id = :record and state = 'OPEN'")
                .bind("record", record)
                .map((rs, ctx) -> round(handle, rs))
                .findOne());
    }

    private static Open round(Handle handle, ResultSet rs) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        String within = rs.getString("within_rights");
        return new Open(
                id,
                rs.getObject("organisation_id", UUID.class),
                List.of(rs.getString("actions").split(",")),
                within == null
                        ? null
                        : Arrays.stream(within.split(",")).map(Right::valueOf).collect(Collectors.toSet()),
                new Teamwork.Round(
                        rs.getObject("asked_by", UUID.class),
                        rs.getString("asked_by_name"),
                        instant(rs, "asked_at"),
                        rs.getString("reason"),
                        rs.getString("decision"),
                        signatures(handle, id)));
    }

    private static List<Signature> signatures(Handle handle, UUID round) {
        return handle.createQuery("select * from core.signature where round_id = :round order by name, account_id")
                .bind("round", round)
                .map((rs, ctx) -> new Signature(
                        rs.getObject("account_id", UUID.class),
                        rs.getString("name"),
                        rs.getString("organisation"),
                        Verdict.valueOf(rs.getString("verdict")),
                        instant(rs, "answered_at"),
                        rs.getString("opinion")))
                .list();
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** @param decision null: they sign before one is made */
    UUID begin(UUID record, Caller caller, Instant at, String reason, List<String> actions, String decision) {
        UUID id = Ids.next();
        String within = caller.within() == null
                ? null
                : caller.within().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        core.transact(handle -> handle.createUpdate(
                        "insert into core.sign_round (id, record_id, asked_by, asked_by_name,"
                                + " organisation_id, asked_at, reason, actions, decision, within_rights, state) values (:id,"
                                + " :record, :by, :name, :organisation, :at, :reason, :actions, :decision, :within, 'OPEN')")
                .bind("id", id)
                .bind("record", record)
                .bind("by", caller.accountId())
                .bind("name", caller.name())
                .bind("organisation", caller.organisation().id())
                .bind("at", at)
                .bind("reason", reason)
                .bind("actions", String.join(",", actions))
                .bind("decision", decision)
                .bind("within", within)
                .execute());
        return id;
    }

    void ask(UUID round, Teamwork.Person person) {
        core.transact(handle -> handle.createUpdate("insert into core.signature (round_id, account_id, name,"
                        + " organisation, verdict) values (:round, :account, :name, :organisation, 'OPEN')")
                .bind("round", round)
                .bind("account", person.account())
                .bind("name", person.name())
                .bind("organisation", person.organisation())
                .execute());
    }

    void answer(UUID round, UUID account, Verdict verdict, Instant at, String opinion) {
        core.transact(handle -> handle.createUpdate("update core.signature set verdict = :verdict, answered_at = :at,"
                        + " opinion = :opinion where round_id = :round and account_id = :account")
                .bind("verdict", verdict)
                .bind("at", at)
                .bind("opinion", opinion)
                .bind("round", round)
                .bind("account", account)
                .execute());
    }

    /** Ends the record's open round, if there is one: nobody is waited for any more. */
    void end(UUID record, Verdict state) {
        core.transact(handle -> {
            handle.createUpdate("update core.signature set verdict = 'LAPSED' where verdict = 'OPEN' and round_id in"
                            + " (select id from core.sign_round where record_id = :record and state = 'OPEN')")
                    .bind("record", record)
                    .execute();
            return handle.createUpdate(
                            "update core.sign_round set state = :state where record_id = :record and state = 'OPEN'")
                    .bind("state", state)
                    .bind("record", record)
                    .execute();
        });
    }
}
