package org.shishi.core.provisioning;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shishi.api.platform.Incidents;

/** The one thread that decides which programmes are to run. What goes wrong on it is an incident and ends nothing. */
final class Worker implements AutoCloseable {

    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private final Incidents incidents;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("shishi-programmes").factory());

    Worker(Incidents incidents) {
        this.incidents = incidents;
    }

    void again(Work work, Duration pause) {
        thread.scheduleWithFixedDelay(() -> quietly(work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does something on the thread and waits for it. */
    <R> R ask(Callable<R> work) {
        try {
            return thread.submit(work).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the platform is stopping", e);
        }
    }

    void after(CompletableFuture<Void> other, Work work) {
        other.thenRun(() -> {
            if (!thread.isShutdown()) {
                thread.execute(() -> quietly(work));
            }
        });
    }

    private void quietly(Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException | LinkageError e) {
            if (!thread.isShutdown()) {
                incidents.report("looking after programmes", e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
