package org.shishi.core.scheduling;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartz.spi.ThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads of one scheduler, made when there is work: thirty programmes that wait for nine o'clock hold none. Ends at once,
 * where Quartz' own pool polls twice a second.
 */
final class JobThreads implements ThreadPool {

    private static final Logger LOG = LoggerFactory.getLogger(JobThreads.class);

    private final int size;
    private final Semaphore free;
    private final ExecutorService threads;

    JobThreads(String name, int size) {
        this.size = size;
        this.free = new Semaphore(size);
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "job-" + name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(JobThreads.class.getClassLoader());
            return thread;
        });
    }

    @Override
    public boolean runInThread(Runnable work) {
        free.acquireUninterruptibly();
        try {
            threads.execute(() -> run(work));
            return true;
        } catch (RejectedExecutionException e) {
            free.release();
            return false;
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // Quartz could not write down that the run ended: it does so when the scheduler is next started.
            LOG.warn("A job ended after its scheduler: {}", e.getMessage());
        } finally {
            free.release();
        }
    }

    /** Asked by the one thread that also calls {@link #runInThread}: what is free now stays so for it. */
    @Override
    public int blockForAvailableThreads() {
        free.acquireUninterruptibly();
        free.release();
        return Math.max(1, free.availablePermits());
    }

    @Override
    public void shutdown(boolean waitForJobsToComplete) {
        threads.shutdown();
        if (waitForJobsToComplete) {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.warn("Still waiting for a job to end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int getPoolSize() {
        return size;
    }

    @Override
    public void initialize() {
        // Threads come when there is work.
    }

    @Override
    public void setInstanceId(String id) {
        // Told at birth.
    }

    @Override
    public void setInstanceName(String name) {
        // Told at birth.
    }
}
