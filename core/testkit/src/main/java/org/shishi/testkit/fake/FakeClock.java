package org.shishi.testkit.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A clock that stands still until a test moves it; Asia/Shanghai. Thread-safe. */
public final class FakeClock extends Clock {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final ZoneId zone;
    private volatile Instant now;

    private FakeClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Noon in Shanghai. */
    public static FakeClock at(LocalDate day) {
        return at(day.atTime(LocalTime.NOON).atZone(SHANGHAI).toInstant());
    }

    public static FakeClock at(Instant instant) {
        return new FakeClock(instant, SHANGHAI);
    }

    /** Noon of another day. */
    public void moveTo(LocalDate day) {
        now = day.atTime(LocalTime.NOON).atZone(SHANGHAI).toInstant();
    }

    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, SHANGHAI);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new FakeClock(now, other);
    }
}
