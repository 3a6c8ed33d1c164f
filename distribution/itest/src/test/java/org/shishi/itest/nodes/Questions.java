package org.shishi.itest.nodes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.shishi.itest.rest.Rest;

/** A client that asks all the time, and remembers what went wrong. */
final class Questions implements AutoCloseable {

    private static final long PAUSE_NANOS = 20_000_000;

    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean enough;

    Questions(Rest client, String path) {
        thread = Thread.ofPlatform().name("questions").start(() -> {
            while (!enough) {
                ask(client, path);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        });
    }

    private void ask(Rest client, String path) {
        try {
            Rest.Answer answer = client.get(path);
            if (answer.status() == 200) {
                answered.incrementAndGet();
            } else {
                failed.add(answer.toString());
            }
        } catch (RuntimeException e) {
            failed.add(e.toString());
        }
    }

    int answered() {
        return answered.get();
    }

    List<String> failed() {
        return failed;
    }

    @Override
    public void close() {
        enough = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
