package org.shishi.core.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.shishi.api.identity.Caller;
import org.shishi.api.job.JobContext;
import org.shishi.api.text.Text;
import org.shishi.core.time.ShanghaiClock;

/** One run under way on this node. */
final class RunningJob implements JobContext {

    /** Why a run is asked to end. */
    enum Stop {
        /** Somebody cancelled it. */
        CANCELLED,
        /** Its programme is leaving. */
        LEAVING
    }

    /** How often, at most, other nodes hear of progress and this one of a cancellation there. */
    private static final long EXCHANGE_NANOS = Duration.ofSeconds(2).toNanos();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int MOST_LINES = 200;
    private static final int LONGEST_LINE = 500;
    /** Of each language: so that as many lines in both fit the column. */
    private static final int LONGEST_HALF = 490;

    private static final char BETWEEN_LANGUAGES = '\u001F';

    private final UUID id;
    private final List<String> said = new ArrayList<>();
    private final Caller caller;
    private final LocalDate today;
    private final Runs runs;
    private final Clock clock;
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile Stop stop;
    private volatile boolean obeyed;
    private long toldAt;
    private long askedAt;

    RunningJob(UUID id, Caller caller, LocalDate today, Runs runs, Clock clock) {
        this.clock = clock;
        this.id = id;
        this.caller = caller;
        this.today = today;
        this.runs = runs;
        this.toldAt = System.nanoTime() - EXCHANGE_NANOS;
        this.askedAt = System.nanoTime();
    }

    UUID id() {
        return id;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public synchronized void progress(long done, long total) {
        long now = System.nanoTime();
        if (done >= total || now - toldAt >= EXCHANGE_NANOS) {
            toldAt = now;
            runs.progress(id, done, total);
            log(done + " / " + total);
        }
    }

    @Override
    public void log(String line) {
        if (line != null) {
            say(one(line, LONGEST_LINE));
        }
    }

    @Override
    public void log(Text line) {
        say(one(line.zh(), LONGEST_HALF) + BETWEEN_LANGUAGES + one(line.en(), LONGEST_HALF));
    }

    private synchronized void say(String line) {
        if (said.size() < MOST_LINES) {
            said.add(TIME.format(clock.instant().atZone(ShanghaiClock.ZONE)) + " " + line);
        }
    }

    private static String one(String line, int longest) {
        String one = line.strip().replace('\n', ' ').replace(BETWEEN_LANGUAGES, ' ');
        return one.length() <= longest ? one : one.substring(0, longest - 1) + "…";
    }

    /** A line as it was kept, for somebody who reads one of the languages. */
    static String read(String kept, Locale locale) {
        int between = kept.indexOf(BETWEEN_LANGUAGES);
        if (between < 0) {
            return kept;
        }
        int said = kept.indexOf(' ') + 1;
        return kept.substring(0, said)
                + new Text(kept.substring(said, between), kept.substring(between + 1)).in(locale);
    }

    synchronized List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public boolean cancelled() {
        if (stop == null && timeToAsk() && runs.cancelRequested(id)) {
            stop = Stop.CANCELLED;
        }
        if (stop == null) {
            return false;
        }
        obeyed = true;
        return true;
    }

    private synchronized boolean timeToAsk() {
        long now = System.nanoTime();
        if (now - askedAt < EXCHANGE_NANOS) {
            return false;
        }
        askedAt = now;
        return true;
    }

    /** Asks it to end; the first reason stands. */
    void stop(Stop why) {
        if (stop == null) {
            stop = why;
        }
    }

    /** Why it was cut short; null: it was not, as far as it let us know. */
    Stop cutShort() {
        return obeyed ? stop : null;
    }

    boolean leaving() {
        return stop == Stop.LEAVING;
    }

    void ended() {
        ended.countDown();
    }

    /** @return false when it still runs after this long */
    boolean await(Duration patience) {
        try {
            return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
