package org.shishi.core.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/**
 * Reads chunks of rows on a thread of its own while the one before is checked and saved: a file is read as fast as it is
 * saved, and no more than three chunks are in memory. To be closed by who takes them, early or not.
 */
final class ReadAhead<R> implements AutoCloseable {

    /** What ends the reading: nothing more, or a failure. */
    private record End(Throwable failure) {}

    private final BlockingQueue<Object> ready = new ArrayBlockingQueue<>(1);
    private final Thread thread;

    /** @param rows null: no more; asked on the other thread only */
    ReadAhead(Supplier<R> rows, int chunk) {
        thread = Thread.ofPlatform().daemon().name("shishi-import-reader").start(() -> read(rows, chunk));
    }

    private void read(Supplier<R> rows, int chunk) {
        try {
            Object end;
            try {
                List<R> some = new ArrayList<>(chunk);
                for (R row = rows.get(); row != null; row = rows.get()) {
                    some.add(row);
                    if (some.size() == chunk) {
                        ready.put(some);
                        some = new ArrayList<>(chunk);
                    }
                }
                if (!some.isEmpty()) {
                    ready.put(some);
                }
                end = new End(null);
            } catch (RuntimeException | Error e) {
                end = new End(e);
            }
            ready.put(end);
        } catch (InterruptedException e) {
            // Nobody takes any more.
            Thread.currentThread().interrupt();
        }
    }

    /** Null: there are no more. What the reading threw is thrown here. */
    @SuppressWarnings("unchecked") // only this class puts something in
    List<R> next() throws IOException {
        try {
            Object taken = ready.take();
            if (!(taken instanceof End end)) {
                return (List<R>) taken;
            }
            // Whoever asks again gets the same answer.
            ready.put(end);
            if (end.failure() instanceof Error error) {
                throw error;
            } else if (end.failure() != null) {
                throw (RuntimeException) end.failure();
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Waits until the thread no longer touches what it reads from. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
