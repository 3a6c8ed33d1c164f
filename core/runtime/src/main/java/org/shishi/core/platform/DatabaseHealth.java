package org.shishi.core.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.Health;
import org.shishi.core.persistence.CoreDatabase;

/** Whether the database answers. Asked for at most as long as a question may take; a late answer counts for the next one. */
@Component
public final class DatabaseHealth implements Health {

    private static final int SECONDS_TO_ANSWER = 5;
    private static final long PATIENCE_MILLIS = 80;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final DataSource dataSource;
    private final boolean postgres;
    private CompletableFuture<Boolean> asked = CompletableFuture.completedFuture(true);
    private long askedAt;
    private boolean last = true;

    @Activate
    public DatabaseHealth(@Reference CoreDatabase database) {
        this.dataSource = database.dataSource();
        this.postgres = database.postgres();
        this.askedAt = System.nanoTime() - FRESH_NANOS;
    }

    @Override
    public String component() {
        return "database";
    }

    @Override
    public synchronized boolean up() {
        if (asked.isDone() && System.nanoTime() - askedAt >= FRESH_NANOS) {
            askedAt = System.nanoTime();
            asked = CompletableFuture.supplyAsync(this::answers, Thread.ofVirtual()::start);
        }
        try {
            last = asked.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Busy for a moment is well; an answer that is overdue is not.
            last = last && System.nanoTime() - askedAt < TimeUnit.SECONDS.toNanos(SECONDS_TO_ANSWER);
        } catch (ExecutionException e) {
            last = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last;
    }

    @Override
    public Map<String, String> details() {
        return Map.of("kind", postgres ? "PostgreSQL" : "H2");
    }

    private boolean answers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }
}
