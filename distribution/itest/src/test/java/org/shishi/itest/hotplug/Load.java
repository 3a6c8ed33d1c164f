package org.shishi.itest.hotplug;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A client that asks the same addresses in turn, fifty times a second, and keeps every answer that is not as wanted. On a
 * machine that is too slow for that it asks as often as there are answers.
 */
final class Load implements AutoCloseable {

    private static final int A_SECOND = 50;
    private static final int UNDER_WAY = 16;

    /** @param status 0: no answer @param body its text */
    record Answer(String path, int status, String retryAfter, String body) {

        boolean ok() {
            return status == 200;
        }

        /** The programme is being exchanged, and says when to come again; nothing of the inside shows. */
        boolean okOrComeAgain() {
            boolean again = status == 503 && retryAfter != null;
            return (ok() || again) && !body.contains("Exception") && !body.contains("\tat ");
        }

        @Override
        public String toString() {
            return path + " " + status + " " + body.substring(0, Math.min(300, body.length()));
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("test-load").daemon().factory());
    private final Phaser underWay = new Phaser(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final URI base;
    private final String token;
    private final List<String> paths;
    private final Predicate<Answer> wanted;

    Load(URI base, String token, List<String> paths, Predicate<Answer> wanted) {
        this.base = base;
        this.token = token;
        this.paths = List.copyOf(paths);
        this.wanted = wanted;
        clock.scheduleAtFixedRate(this::ask, 0, 1_000_000 / A_SECOND, TimeUnit.MICROSECONDS);
    }

    private void ask() {
        if (underWay.getUnarrivedParties() > UNDER_WAY) {
            return;
        }
        String path = paths.get(asked.getAndIncrement() % paths.size());
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(4))
                .header("Authorization", "Bearer " + token)
                .build();
        underWay.register();
        http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()).whenComplete((response, fault) -> {
            try {
                note(fault == null ? answer(path, response) : new Answer(path, 0, null, fault.toString()));
            } catch (Exception e) {
                note(new Answer(path, 0, null, e.toString()));
            } finally {
                underWay.arriveAndDeregister();
            }
        });
    }

    private static Answer answer(String path, HttpResponse<InputStream> response) throws Exception {
        try (InputStream in = response.body()) {
            return new Answer(
                    path,
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").orElse(null),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void note(Answer answer) {
        if (answer.status() == 503) {
            turnedAway.incrementAndGet();
        }
        if (!wanted.test(answer)) {
            failures.add(answer.toString());
        }
    }

    int asked() {
        return asked.get();
    }

    /** How many were told to come again. */
    int turnedAway() {
        return turnedAway.get();
    }

    /** Ends it, waits for the last answers, and gives what was not as wanted. */
    List<String> end() {
        clock.shutdown();
        underWay.arriveAndAwaitAdvance();
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        http.shutdownNow();
    }
}
