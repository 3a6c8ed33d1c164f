package org.shishi.core.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;

/**
 * Counts failed sign-ins and makes guessers wait, longer each time. Names that do not exist are counted like others, so
 * that waiting tells nothing.
 */
final class Attempts {

    /** Wrong passwords for one name without consequence. */
    static final int FREE_BY_NAME = 4;
    /** A whole office may sign in from one address. */
    static final int FREE_BY_ADDRESS = 50;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(60);
    private static final Duration FORGOTTEN = Duration.ofHours(24);

    private record Row(int failures, OffsetDateTime lastAt, OffsetDateTime lockedUntil) {

        boolean locked(OffsetDateTime now) {
            return lockedUntil != null && lockedUntil.isAfter(now);
        }
    }

    private final CoreDatabase database;
    private final Clock clock;
    private volatile OffsetDateTime cleaned = OffsetDateTime.MIN;

    Attempts(CoreDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts an attempt as failed before the password is looked at: of many guesses at the same moment only the free
     * ones are tried.
     *
     * @throws RefusedException {@code CORE-LOGIN-LOCKED} with the minutes left
     */
    void begin(String userName, String address) {
        OffsetDateTime now = now();
        database.transact(handle -> {
            ClientAddress.subject(address)
                    .flatMap(subject -> find(handle, subject, ""))
                    .ifPresent(row -> refuseLocked(row, now));
            return count(handle, name(userName), now, FREE_BY_NAME);
        });
    }

    void failed(String address) {
        OffsetDateTime now = now();
        database.transact(handle -> {
            ClientAddress.subject(address).ifPresent(subject -> count(handle, subject, now, FREE_BY_ADDRESS));
            return null;
        });
        clean(now);
    }

    /** Also when somebody else unlocks the account. */
    void forget(Handle handle, String userName) {
        handle.createUpdate("delete from core.sign_in_failure where subject = :subject")
                .bind("subject", name(userName))
                .execute();
    }

    /** Those of the names that are locked now. */
    Set<String> locked(Handle handle, Collection<String> userNames) {
        if (userNames.isEmpty()) {
            return Set.of();
        }
        Set<String> subjects = Set.copyOf(handle.createQuery(
                        "select subject from core.sign_in_failure where locked_until > :now and subject in"
                                + " (<subjects>)")
                .bind("now", now())
                .bindList("subjects", userNames.stream().map(Attempts::name).toList())
                .mapTo(String.class)
                .list());
        return userNames.stream().filter(name -> subjects.contains(name(name))).collect(Collectors.toSet());
    }

    private Row count(Handle handle, String subject, OffsetDateTime now, int free) {
        IntFunction<Row> row = failures -> new Row(failures, now, lockedUntil(failures - free, now));
        Optional<Row> before = find(handle, subject, " for update");
        if (before.isEmpty() && Inserts.unlessTaken(handle, () -> insert(handle, subject, row.apply(1)))) {
            return row.apply(1);
        }
        Row counted = before.or(() -> find(handle, subject, " for update")).orElseGet(() -> row.apply(0));
        refuseLocked(counted, now);
        boolean old = counted.lastAt.plus(FORGOTTEN).isBefore(now);
        Row next = row.apply(old ? 1 : counted.failures + 1);
        update(handle, subject, next);
        return next;
    }

    /** One minute after the first failure too many, twice as long after each further one. */
    private static OffsetDateTime lockedUntil(int tooMany, OffsetDateTime now) {
        if (tooMany <= 0) {
            return null;
        }
        Duration wait = Duration.ofMinutes(1L << Math.min(tooMany - 1, 10));
        return now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static void refuseLocked(Row row, OffsetDateTime now) {
        if (row.locked(now)) {
            long millis = Duration.between(now, row.lockedUntil).toMillis();
            throw new RefusedException("CORE-LOGIN-LOCKED", null, Math.ceilDiv(millis, 60_000L));
        }
    }

    private static Optional<Row> find(Handle handle, String subject, String lock) {
        return handle.createQuery(
                        "select failures, last_at, locked_until from core.sign_in_failure where subject = :subject"
                                + lock)
                .bind("subject", subject)
                .map((row, context) -> new Row(
                        row.getInt(1), row.getObject(2, OffsetDateTime.class), row.getObject(3, OffsetDateTime.class)))
                .findOne();
    }

    private static void insert(Handle handle, String subject, Row row) {
        handle.createUpdate("insert into core.sign_in_failure (subject, failures, last_at, locked_until)"
                        + " values (:subject, :failures, :last, :until)")
                .bind("subject", subject)
                .bind("failures", row.failures)
                .bind("last", row.lastAt)
                .bind("until", row.lockedUntil)
                .execute();
    }

    private static void update(Handle handle, String subject, Row row) {
        handle.createUpdate("update core.sign_in_failure set failures = :failures, last_at = :last,"
                        + " locked_until = :until where subject = :subject")
                .bind("subject", subject)
                .bind("failures", row.failures)
                .bind("last", row.lastAt)
                .bind("until", row.lockedUntil)
                .execute();
    }

    /** Once an hour what is long over goes. */
    private void clean(OffsetDateTime now) {
        if (cleaned.isAfter(now.minusHours(1))) {
            return;
        }
        cleaned = now;
        database.transact(handle -> handle.createUpdate("delete from core.sign_in_failure where last_at < :old")
                .bind("old", now.minus(FORGOTTEN))
                .execute());
    }

    private static String name(String userName) {
        return "name:" + Digests.sha256(userName);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
