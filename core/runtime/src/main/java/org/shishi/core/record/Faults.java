package org.shishi.core.record;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.shishi.api.rule.RefusedException;

/** What the database refuses, as an answer to whoever asked. */
final class Faults {

    static final String STALE = "CORE-STALE";

    private static final Map<String, String> CODES = Map.of(
            "23505", "CORE-EXISTS",
            "22001", "CORE-TOO-LARGE",
            "22003", "CORE-TOO-LARGE",
            // Two transactions that wait for each other, or that the database cannot put in an order.
            "40001", STALE,
            "40P01", STALE);

    private Faults() {}

    static <R> R translated(Supplier<R> work) {
        try {
            return work.get();
        } catch (PersistenceException | JdbiException e) {
            throw code(e).map(code -> new RefusedException(code, null))
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }

    static boolean stale(RefusedException e) {
        return e.violations().stream().anyMatch(v -> v.code().equals(STALE));
    }

    static boolean forbidden(RefusedException e) {
        return e.violations().stream().anyMatch(v -> v.code().equals("CORE-FORBIDDEN"));
    }

    private static Optional<String> code(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof OptimisticLockException) {
                return Optional.of(STALE);
            }
            if (at instanceof SQLException sql && CODES.containsKey(sql.getSQLState())) {
                return Optional.of(CODES.get(sql.getSQLState()));
            }
        }
        return Optional.empty();
    }
}
