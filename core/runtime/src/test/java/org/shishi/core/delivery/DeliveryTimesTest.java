package org.shishi.core.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
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

    private static DeliveryTimes set(Map<String, String> set) {
        return new DeliveryTimes(set::get, Defaults.of(DeliveryTimes.Settings.class));
    }

    @Test
    void operatorsSetOtherTimes() {
        DeliveryTimes noon = set(Map.of(
                "shishi.quiet.hours", "12:00-14:00", "shishi.digest.at", "07:00", "shishi.retry.minutes", "2,60"));
        assertFalse(noon.quiet(at("2026-07-01T11:59:59")));
        assertTrue(noon.quiet(at("2026-07-01T12:00:00")));
        assertFalse(noon.quiet(at("2026-07-01T14:00:00")));
        assertFalse(noon.quiet(at("2026-07-01T23:00:00")));
        assertEquals(at("2026-07-02T07:00:00"), noon.nextDigest(at("2026-07-01T09:00:00")));
        Instant now = at("2026-07-01T09:00:00");
        assertEquals(Optional.of(now.plus(60, ChronoUnit.MINUTES)), noon.retry(2, now));
        assertEquals(Optional.empty(), noon.retry(3, now));

        DeliveryTimes never = set(Map.of("shishi.quiet.hours", "", "shishi.retry.minutes", ""));
        assertFalse(never.quiet(at("2026-07-01T00:00:00")));
        assertFalse(never.quiet(at("2026-07-01T22:00:00")));
        assertEquals(Optional.empty(), never.retry(1, now));
    }
}
