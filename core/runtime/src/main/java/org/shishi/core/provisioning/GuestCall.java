package org.shishi.core.provisioning;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleException;

/**
 * A call into the framework that may run a guest's own code, on a thread of its own: one that never returns is
 * interrupted, and when that is no use left behind.
 */
final class GuestCall {

    private final FutureTask<Void> task;
    private final String name;
    private final Runnable late;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean settled = new AtomicBoolean();

    /** @param late runs if the call returns after it was given up */
    GuestCall(String name, Callable<Void> work, Runnable late) {
        this.name = name;
        this.task = new FutureTask<>(work);
        this.late = late;
    }

    /**
     * @throws TimeoutException it did not return in time, but was interrupted and has returned
     * @throws StuckException it does not return
     */
    void within(Patience patience) throws BundleException, TimeoutException, StuckException {
        Thread thread = Thread.ofPlatform().name("shishi-" + name).daemon().start(this::run);
        try {
            task.get(patience.call().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BundleException fault) {
                throw fault;
            }
            throw new IllegalStateException(name, e.getCause());
        } catch (TimeoutException e) {
            thread.interrupt();
            giveUp(patience);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException(name);
        }
    }

    private void giveUp(Patience patience) throws StuckException {
        try {
            if (ended.await(patience.interrupted().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (settled.compareAndSet(false, true)) {
            throw new StuckException(name);
        }
    }

    private void run() {
        try {
            task.run();
        } finally {
            ended.countDown();
            if (!settled.compareAndSet(false, true)) {
                late.run();
            }
        }
    }
}
