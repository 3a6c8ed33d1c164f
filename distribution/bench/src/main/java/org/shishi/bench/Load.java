package org.shishi.bench;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Many clients that ask one after the other, each as soon as it has its answer. */
final class Load {

    /** Milliseconds of single requests. */
    record Times(double[] sorted) {

        static Times of(double[] times) {
            double[] sorted = times.clone();
            Arrays.sort(sorted);
            return new Times(sorted);
        }

        double percentile(int percent) {
            return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
        }

        double median() {
            return percentile(50);
        }
    }

    private Load() {}

    /**
     * @param request gets a number, from 0 up
     * @throws IllegalStateException when one fails
     */
    static Times of(int clients, int requests, IntConsumer request) throws InterruptedException {
        double[] times = new double[requests];
        AtomicInteger next = new AtomicInteger();
        AtomicReference<RuntimeException> failed = new AtomicReference<>();
        CountDownLatch begin = new CountDownLatch(1);
        Thread[] threads = new Thread[clients];
        for (int i = 0; i < clients; i++) {
            threads[i] = Thread.ofPlatform().start(() -> {
                try {
                    begin.await();
                    for (int n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
                        long from = System.nanoTime();
                        request.accept(n);
                        times[n] = (System.nanoTime() - from) / 1e6;
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    failed.set(e);
                }
            });
        }
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        if (failed.get() != null) {
            throw failed.get();
        }
        return Times.of(times);
    }
}
