package org.shishi.core.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shishi.core.sample.Defaults;
import org.shishi.core.time.ShanghaiClock;

class DeliveryTimesTest {

    private final DeliveryTimes times = new DeliveryTimes(Defaults.of(DeliveryTimes.Settings.class));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ShanghaiClock.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T20:59:59,false",
        "2026-07-01T21:00:00,true",
        "2026-07-01T23:59:59,true",
        "2026-07-02T00:00:00,true",
        "2026-07-02T07:59:59,true",
        "2026-07-02T08:00:00,false",
        "2026-07-02T12:00:00,false"
    })
    void textMessagesRestOverNight(String local, boolean quiet) {
        assertEquals(quiet, times.quiet(at(local)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T08:29:59,2026-07-01T08:30:00",
        "2026-07-01T08:30:00,2026-07-02T08:30:00",
        "2026-07-01T09:00:00,2026-07-02T08:30:00"
    })
    void theDigestGoesOutEachMorning(String now, String next) {
        assertEquals(at(next), times.nextDigest(at(now)));
    }

    @Test
    void threeRetriesThenItIsGivenUp() {
        Instant now = at("2026-07-01T09:00:00");
        assertEquals(Optional.of(now.plus(1, ChronoUnit.MINUTES)), times.retry(1, now));
        assertEquals(Optional.of(now.plus(5, ChronoUnit.MINUTES)), times.retry(2, now));
        assertEquals(Optional.of(now.plus(30, ChronoUnit.MINUTES)), times.retry(3, now));
        assertEquals(Optional.empty(), times.retry(4, now));
    }
}
