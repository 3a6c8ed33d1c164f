package org.shishi.core.persistence;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets calls in until it is shut, and waits for those inside. A call that is inside may go on to call others. */
final class Gate {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Supplier<? extends RuntimeException> refusal;
    private volatile boolean shut;

    Gate(Supplier<? extends RuntimeException> refusal) {
        this.refusal = refusal;
    }

    <R> R pass(Supplier<R> call) {
        // Without waiting: a gate that is being shut does not keep anybody standing in the queue.
        if (shut && lock.getReadHoldCount() == 0 || !lock.readLock().tryLock()) {
            throw refusal.get();
        }
        try {
            if (shut && lock.getReadHoldCount() == 1) {
                throw refusal.get();
            }
            return call.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** @return whether everybody had left in time; a call that shuts its own gate is not waited for */
    boolean shut(Duration patience) {
        shut = true;
        if (lock.getReadHoldCount() > 0) {
            return false;
        }
        try {
            if (!lock.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            lock.writeLock().unlock();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
