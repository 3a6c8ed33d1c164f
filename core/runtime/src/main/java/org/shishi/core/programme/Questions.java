package org.shishi.core.programme;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks a guest something on a thread of its own: one that never answers, or throws, harms nobody else. */
final class Questions {

    private Questions() {}

    /**
     * @throws TimeoutException when there is no answer in time; the thread is interrupted and left behind
     * @throws ExecutionException with what the guest threw
     */
    static <T> T ask(String thread, Duration patience, Supplier<T> question)
            throws TimeoutException, ExecutionException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread asking = Thread.ofPlatform().name(thread).daemon().start(() -> {
            try {
                answer.complete(question.get());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            asking.interrupt();
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        } catch (TimeoutException e) {
            asking.interrupt();
            throw e;
        }
    }
}
