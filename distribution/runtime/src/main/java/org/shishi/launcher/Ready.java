package org.shishi.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits until the platform says of itself that it is ready, and then until it ends. */
final class Ready {

    static final String PATH = "/health/ready";

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);

    private final Address address;
    private final CompletableFuture<String> refusal;
    private final CompletableFuture<Void> end;

    Ready(Address address, Console console, Platform platform) {
        this.address = address;
        this.refusal = console.refusal();
        this.end = platform.ended();
    }

    /** False if the platform was stopped before it was ready. */
    boolean await() {
        Instant nextLine = Instant.now().plus(BETWEEN_LINES);
        while (!over(BETWEEN_QUESTIONS)) {
            Address.Answer answer = address.get(PATH).orElse(new Address.Answer(0, "no answer"));
            if (answer.status() == 200) {
                return true;
            }
            if (Instant.now().isAfter(nextLine)) {
                System.out.println("Still starting; " + address.url() + PATH + " says: "
                        + answer.body().replaceAll("\\s+", " "));
                nextLine = Instant.now().plus(BETWEEN_LINES);
            }
        }
        return false;
    }

    /** Returns when the framework has stopped. */
    void awaitEnd() {
        over(Duration.ofMillis(Long.MAX_VALUE));
    }

    private boolean over(Duration patience) {
        try {
            CompletableFuture.anyOf(refusal, end).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        if (refusal.isDone()) {
            throw new Refusal(refusal.join());
        }
        return true;
    }
}
