package org.shishi.core.provisioning;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.shishi.api.platform.Incidents;

/**
 * Work on programmes: one thing after another for each programme and year, side by side for different ones, so that one
 * that hangs holds nobody else up. A thread lives only while there is work. Thread-safe.
 */
final class Lanes implements AutoCloseable {

    private final Incidents incidents;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("shishi-exchange-", 1).daemon().factory());
    private final Map<String, CompletableFuture<Void>> last = new HashMap<>();

    Lanes(Incidents incidents) {
        this.incidents = incidents;
    }

    /** @return done when this work is, well or not: what goes wrong is an incident, not the waiting one's */
    synchronized CompletableFuture<Void> add(String edition, Runnable work) {
        CompletableFuture<Void> mine = end(edition).thenRunAsync(() -> quietly(edition, work), threads);
        last.put(edition, mine);
        mine.thenRun(() -> forget(edition, mine));
        return mine;
    }

    /** When all that was asked for so far is done. */
    synchronized CompletableFuture<Void> end(String edition) {
        return last.getOrDefault(edition, CompletableFuture.completedFuture(null));
    }

    synchronized boolean busy(String edition) {
        return last.containsKey(edition);
    }

    private synchronized void forget(String edition, CompletableFuture<Void> done) {
        last.remove(edition, done);
    }

    private void quietly(String edition, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError e) {
            if (!threads.isShutdown()) {
                incidents.report("exchange of " + edition, e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
